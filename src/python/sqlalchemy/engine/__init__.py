"""Engines, connections, results."""

from .base import Connection, Engine, NestedTransaction, RootTransaction, Transaction, TwoPhaseTransaction
from .create import create_engine, create_pool_from_url, engine_from_config
from .cursor import CursorResult, ResultProxy
from .interfaces import (
    AdaptedConnection, BindTyping, Compiled, CreateEnginePlugin, Dialect, ExceptionContext, ExecutionContext,
    TypeCompiler)
from .mock import create_mock_engine
from .result import (
    ChunkedIteratorResult, FilterResult, FrozenResult, IteratorResult, MappingResult, MergedResult, Result,
    ScalarResult, TupleResult, result_tuple)
from .row import BaseRow, Row, RowMapping
from .url import URL, make_url


def __getattr__(name):
    if name in ("Inspector", "reflection"):
        from importlib import import_module
        reflection = import_module("sqlalchemy.engine.reflection")
        return reflection if name == "reflection" else reflection.Inspector
    raise AttributeError(f"module 'sqlalchemy.engine' has no attribute {name!r}")
