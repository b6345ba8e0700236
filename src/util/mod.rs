//! Small pieces that could have been in `std`. Knows nothing of the project.

pub mod pyrepr;
pub mod quick_hash;
pub mod rare;
pub mod surrogates;
pub mod topological;
