"""Rows."""

from collections.abc import Mapping, Sequence
from typing import ItemsView, KeysView, ValuesView

from _sqlalchemy import row_classes, unpickled_row

Row, RowMapping = row_classes()

BaseRow = Row
Sequence.register(Row)
Mapping.register(RowMapping)


def _unpickled(names, values):
    return unpickled_row(names, values)


class ROMappingView:
    """What `row._mapping.values()` and `.items()` give."""

    def __init__(self, mapping, items):
        self._mapping, self._items = mapping, items

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return item in self._items

    def __eq__(self, other):
        return list(other) == self._items

    def __ne__(self, other):
        return list(other) != self._items


class ROMappingKeysValuesView(ROMappingView, KeysView, ValuesView): pass
class ROMappingItemsView(ROMappingView, ItemsView): pass
