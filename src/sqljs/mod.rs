//! sqljs
