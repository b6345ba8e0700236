"""Dynamic relationships, by the name of SQLAlchemy's module."""

from .writeonly import AppenderQuery as AppenderQuery
