"""SQLAlchemy 2.1 for ORM Playground."""

from . import exc as exc
from . import util as util
from .engine import (
    URL, BaseRow, ChunkedIteratorResult, Connection, CursorResult, Dialect, Engine, ExceptionContext, ExecutionContext,
    FrozenResult, IteratorResult, MappingResult, MergedResult, NestedTransaction, Result, ResultProxy, RootTransaction,
    Row, RowMapping, ScalarResult, Transaction, TwoPhaseTransaction, create_engine, create_mock_engine,
    create_pool_from_url, engine_from_config, make_url, result_tuple)
from .inspection import inspect
from .pool import (
    AssertionPool, AsyncAdaptedQueuePool, NullPool, Pool, PoolProxiedConnection, PoolResetState, QueuePool,
    SingletonThreadPool, StaticPool)
from .schema import (
    BLANK_SCHEMA, DDL, BaseDDLElement, CheckConstraint, CheckFirst, Column, ColumnDefault, Computed, Constraint,
    CreateTable, CreateTableAs, CreateView, DDLElement, DefaultClause, DropTable, DropView, ExecutableDDLElement,
    FetchedValue, ForeignKey, ForeignKeyConstraint, Identity, Index, MetaData, Named, PrimaryKeyConstraint, Sequence,
    Table, TypedColumns, UniqueConstraint, insert_sentinel)
from .sql import ColumnExpressionArgument, NotNullable, Nullable
from .sql.expression import *  # noqa: F401,F403
from .sql.selectable import SelectLabelStyle
from .types import (
    ARRAY, BIGINT, BINARY, BLOB, BOOLEAN, CHAR, CLOB, DATE, DATETIME, DECIMAL, DOUBLE, DOUBLE_PRECISION, FLOAT, INT,
    INTEGER, JSON, NCHAR, NUMERIC, NVARCHAR, REAL, SMALLINT, TEXT, TIME, TIMESTAMP, UUID, VARBINARY, VARCHAR,
    BigInteger, Boolean, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, Numeric, NumericCommon,
    PickleType, SmallInteger, String, Text, Time, TupleType, TypeDecorator, Unicode, UnicodeText, Uuid)

__version__ = "2.1.9"


def __getattr__(name):
    if name == "Inspector":
        from .engine.reflection import Inspector
        return Inspector
    if name in ("lambda_stmt", "LambdaElement", "StatementLambdaElement"):
        from .sql import lambdas
        return getattr(lambdas, name)
    if name in ("ForeignKeyTarget", "TableValuedColumn", "SavepointClause", "RollbackToSavepointClause",
                "ReleaseSavepointClause"):
        from .sql import elements, schema
        return getattr(schema if name == "ForeignKeyTarget" else elements, name)
    if name in ("event", "orm", "ext", "types", "pool", "schema", "dialects"):
        from importlib import import_module
        return import_module("sqlalchemy." + name)
    if name in _ABSENT:
        raise NotImplementedError(f"sqlalchemy.{name} is not part of the playground")
    raise AttributeError(f"module 'sqlalchemy' has no attribute {name!r}")


_ABSENT = {"outparam", "tstring", "TString"}
# What `import *` gives: the names above, and of those that are loaded when they are asked for.
__all__ = [name for name in globals() if name[0] != "_"] + [
    "Inspector", "lambda_stmt", "LambdaElement", "StatementLambdaElement", "ForeignKeyTarget", "TableValuedColumn",
    "SavepointClause", "RollbackToSavepointClause", "ReleaseSavepointClause", "event", "dialects"]
