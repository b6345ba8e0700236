"""SQL types."""

from .sql.operators import OperatorClass  # noqa: F401
from .sql.sqltypes import *  # noqa: F401,F403
from .sql.sqltypes import NULLTYPE, NullType, TypeEngine, to_instance

__all__ = [name for name in globals() if not name.startswith("_")]
