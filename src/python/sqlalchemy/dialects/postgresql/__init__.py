"""PostgreSQL: for compiling only."""

from ...sql.sqltypes import (
    BIGINT, BOOLEAN, CHAR, DATE, DOUBLE_PRECISION, FLOAT, INTEGER, NUMERIC, REAL, SMALLINT, TEXT, UUID, VARCHAR)
from .array import ARRAY, All, Any, array
from .base import PGDialect, PGDialect_psycopg, dialect
from .bitstring import BitString
from .dml import Insert, insert
from .json import JSON, JSONB, JSONPATH
from .named_types import DOMAIN, ENUM, CreateDomainType, CreateEnumType, DropDomainType, DropEnumType, NamedType
from .types import (
    BIT, BYTEA, CIDR, CITEXT, INET, INTERVAL, MACADDR, MACADDR8, MONEY, OID, REGCLASS, REGCONFIG, TIME, TIMESTAMP,
    TSQUERY, TSVECTOR)

# What fewer programs ask for is read when it is.
_LATER = {"hstore": "HSTORE hstore",
          "ext": "ExcludeConstraint aggregate_order_by array_agg distinct_on phraseto_tsquery plainto_tsquery to_tsquery "
                 "to_tsvector ts_headline websearch_to_tsquery",
          "ranges": "AbstractMultiRange AbstractRange AbstractSingleRange MultiRange Range " + " ".join(
              kind + ending for kind in ("INT4", "INT8", "NUM", "DATE", "TS", "TSTZ")
              for ending in ("RANGE", "MULTIRANGE"))}
__all__ = [name for name in globals() if name[0] != "_"] + [
    name for names in _LATER.values() for name in names.split()]


def __dir__():
    return __all__


def __getattr__(name):
    for module, names in _LATER.items():
        if name in names.split():
            from importlib import import_module
            module = import_module(f"{__name__}.{module}")
            for found in names.split():
                globals()[found] = getattr(module, found)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
