//! The Python side: the interpreter, its standard library, and the `sqlalchemy` package over the core.
