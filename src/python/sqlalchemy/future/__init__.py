"""The old place of what is the usual API now."""

from ..engine import Connection, Engine, create_engine
from ..sql.expression import select

__all__ = ["Connection", "Engine", "create_engine", "select"]
