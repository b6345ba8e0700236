//! SQL as data: types, schema, expressions, statements, and the compilers that spell them per dialect.
