"""The affinity and the generic form of types of several databases."""
from sqlalchemy import *
from sqlalchemy.dialects import mysql, postgresql
for t in (LargeBinary(), BLOB(), VARBINARY(3), BINARY(2), mysql.TINYBLOB(), mysql.LONGBLOB(), postgresql.BYTEA(), Enum("a"), Boolean(), Uuid(), JSON(), ARRAY(Integer), DateTime(), Interval(), Double(), Numeric(), PickleType(), postgresql.JSONB(), postgresql.HSTORE(), mysql.YEAR(), mysql.BIT()):
    try: g=repr(t.as_generic())
    except Exception as e: g=type(e).__name__
    print(t, t._type_affinity.__name__, t._generic_type_affinity.__name__, g)
