//! ORM Playground.
