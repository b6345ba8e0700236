"""The old place of the declarative functions."""

from sqlalchemy import util
from sqlalchemy.orm import DeclarativeBase as DeclarativeBase
from sqlalchemy.orm import declarative_base as _declarative_base
from sqlalchemy.orm import declared_attr as declared_attr
from sqlalchemy.orm import has_inherited_table as has_inherited_table


def declarative_base(*args, **kw):
    util.warn_deprecated_20(
        "The ``declarative_base()`` function is now available as sqlalchemy.orm.declarative_base().")
    return _declarative_base(*args, **kw)
