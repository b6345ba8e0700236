"""Rows."""

from _sqlalchemy import Row, RowMapping

BaseRow = Row
