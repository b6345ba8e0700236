//! The object-relational mapper, in SQLAlchemy's own concepts. Knows no Python.
