//! Small pieces that could have been in `std`. Knows nothing of the project.
