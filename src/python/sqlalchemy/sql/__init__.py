"""SQL expressions."""

from . import operators
from .base import Executable, SyntaxExtension
from .ddl import *  # noqa: F401,F403
from .dml import *  # noqa: F401,F403
from .elements import *  # noqa: F401,F403
from .elements import ColumnElement, quoted_name
from .expression import *  # noqa: F401,F403
from .functions import func, modifier
from .util import join_condition as _  # noqa: F401  makes `util` the module of this package
from .selectable import LABEL_STYLE_DEFAULT, LABEL_STYLE_DISAMBIGUATE_ONLY, LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL

ColumnExpressionArgument = object


def Nullable(typ):
    return typ


def NotNullable(typ):
    return typ


def __getattr__(name):
    if name in ("lambda_stmt", "LambdaElement", "StatementLambdaElement"):
        from . import lambdas
        return getattr(lambdas, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
