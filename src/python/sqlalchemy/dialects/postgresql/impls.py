"""The classes that PostgreSQL's dialect takes for the generic types, by psycopg's names."""

from ...sql import sqltypes as _t
from ...sql.type_api import own_class
from . import json, named_types, types
from .array import ARRAY
from .hstore import HSTORE

_PSYCOPG, _COMMON = "sqlalchemy.dialects.postgresql.psycopg", "sqlalchemy.dialects.postgresql._psycopg_common"

COLSPECS = {_t.Enum: named_types.ENUM, _t.Uuid: types.PGUuid, types.CITEXT: types.CITEXT}
for _name, _type, _base in (
        ("_PGString", _t.String, _t.String), ("_PGInteger", _t.Integer, _t.Integer), ("_PGDate", _t.Date, _t.Date),
        ("_PGSmallInteger", _t.SmallInteger, _t.SmallInteger), ("_PGBigInteger", _t.BigInteger, _t.BigInteger),
        ("_PGTimeStamp", _t.DateTime, _t.DateTime), ("_PGTime", _t.Time, _t.Time), ("_PGJSON", _t.JSON, json.JSON),
        ("_PGJSONB", json.JSONB, json.JSONB), ("_PGREGCONFIG", types.REGCONFIG, types.REGCONFIG),
        ("_PGJSONPathType", _t.JSON.JSONPathType, json.JSONPATH), ("_PGInterval", types.INTERVAL, types.INTERVAL),
        ("_PsycopgNumeric", _t.Numeric, _t.Numeric), ("_PsycopgFloat", _t.Float, _t.Float),
        ("_PsycopgARRAY", _t.ARRAY, ARRAY), ("_PsycopgHStore", HSTORE, HSTORE)):
    COLSPECS[_type] = own_class(_name, _base, _COMMON if _name.startswith("_Psycopg") else _PSYCOPG)
COLSPECS[_t.Interval] = COLSPECS[types.INTERVAL]
COLSPECS[_t.Double] = COLSPECS[_t.Float]
