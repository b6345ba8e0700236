"""What SQLAlchemy brings along: the names are those of `typing`."""

from typing import *
from typing import __all__ as _names
from warnings import deprecated

__all__ = [*_names, "deprecated"]
