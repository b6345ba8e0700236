"""Ranges: the values and the types."""

from ...sql import sqltypes
from ...sql.operators import OperatorClass
from ...sql.type_api import TypeEngine
from .operators import (
    ADJACENT_TO, CONTAINED_BY, CONTAINS, NOT_EXTEND_LEFT_OF, NOT_EXTEND_RIGHT_OF, OVERLAP, STRICTLY_LEFT_OF,
    STRICTLY_RIGHT_OF)
from .types import _Plain, _pg_type


class Range:
    """A range is the values between two cuts; a cut lies before or after a value, or at an infinity."""

    __slots__ = ("lower", "upper", "bounds", "empty")

    def __init__(self, lower=None, upper=None, *, bounds="[)", empty=False):
        for name, value in (("lower", lower), ("upper", upper), ("bounds", bounds), ("empty", empty)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        from dataclasses import FrozenInstanceError
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __repr__(self):
        return f"Range(lower={self.lower!r}, upper={self.upper!r}, bounds={self.bounds!r}, empty={self.empty!r})"

    def __str__(self):
        if self.empty:
            return "empty"
        low, high = ("" if it is None else it for it in (self.lower, self.upper))
        return f"{self.bounds[0]}{low},{high}{self.bounds[1]}"

    _stringify = __str__

    def __hash__(self):
        return hash((self.lower, self.upper, self.bounds, self.empty))

    def __bool__(self):
        return not self.empty

    is_empty = isempty = property(lambda self: self.empty)
    lower_inc = property(lambda self: self.bounds[0] == "[")
    upper_inc = property(lambda self: self.bounds[1] == "]")
    lower_inf = property(lambda self: not self.empty and self.lower is None)
    upper_inf = property(lambda self: not self.empty and self.upper is None)

    @property
    def __sa_type_engine__(self):
        return AbstractSingleRange()

    def _step(self):
        """Between a value and the next, where there is a next."""
        import datetime
        for value in (self.lower, self.upper):
            if isinstance(value, int):
                return 1
            if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
                return datetime.timedelta(days=1)
        return None

    def _cut(self, value, after, step, infinity):
        if value is None:
            return (infinity, 0, 0)
        if after and step is not None:
            return (0, value + step, 0)
        return (0, value, int(after))

    def _cuts(self, step):
        return (self._cut(self.lower, self.bounds[0] == "(", step, -1),
                self._cut(self.upper, self.bounds[1] == "]", step, 1))

    def _both(self, other):
        step = self._step()
        return *self._cuts(step), *other._cuts(step)

    def __eq__(self, other):
        if not isinstance(other, Range):
            return NotImplemented
        if self.empty or other.empty:
            return self.empty and other.empty
        low, high, other_low, other_high = self._both(other)
        return low == other_low and high == other_high

    def contained_by(self, other):
        if self.empty or other.empty:
            return self.empty
        low, high, other_low, other_high = self._both(other)
        return low >= other_low and high <= other_high

    def contains(self, value):
        if isinstance(value, Range):
            return value.contained_by(self)
        if self.empty:
            return False
        low, high = self._cuts(None)
        return low <= (0, value, 0) < high

    __contains__ = contains

    def overlaps(self, other):
        if self.empty or other.empty:
            return False
        low, high, other_low, other_high = self._both(other)
        return low < other_high and other_low < high

    def strictly_left_of(self, other):
        if self.empty or other.empty:
            return False
        _, high, other_low, _ = self._both(other)
        return high <= other_low

    def strictly_right_of(self, other):
        if self.empty or other.empty:
            return False
        low, _, _, other_high = self._both(other)
        return low >= other_high

    __lshift__, __rshift__ = strictly_left_of, strictly_right_of

    def not_extend_left_of(self, other):
        if self.empty or other.empty:
            return False
        low, _, other_low, _ = self._both(other)
        return low >= other_low

    def not_extend_right_of(self, other):
        if self.empty or other.empty:
            return False
        _, high, _, other_high = self._both(other)
        return high <= other_high

    def adjacent_to(self, other):
        if self.empty or other.empty:
            return False
        low, high, other_low, other_high = self._both(other)
        return high == other_low or other_high == low

    def union(self, other):
        if self.empty:
            return other
        if other.empty:
            return self
        if not self.overlaps(other) and not self.adjacent_to(other):
            raise ValueError("Adding non-overlapping and non-adjacent ranges is not implemented")
        low, high, other_low, other_high = self._both(other)
        first, last = self if low < other_low else other, self if high > other_high else other
        return Range(first.lower, last.upper, bounds=first.bounds[0] + last.bounds[1])

    def difference(self, other):
        if self.empty or other.empty:
            return self
        low, high, other_low, other_high = self._both(other)
        if low < other_low and high > other_high:
            raise ValueError("Subtracting a strictly inner range is not implemented")
        if low >= other_high or high <= other_low:
            return self
        if low >= other_low and high <= other_high:
            return Range(None, None, empty=True)
        if low < other_low:
            return Range(self.lower, other.lower, bounds=self.bounds[0] + (")" if other.bounds[0] == "[" else "]"))
        return Range(other.upper, self.upper, bounds=("(" if other.bounds[1] == "]" else "[") + self.bounds[1])

    def intersection(self, other):
        if not self.overlaps(other):
            return Range(None, None, empty=True)
        low, high, other_low, other_high = self._both(other)
        first, last = other if low < other_low else self, other if high > other_high else self
        return Range(first.lower, last.upper, bounds=first.bounds[0] + last.bounds[1])

    __add__, __sub__, __mul__ = union, difference, intersection


class MultiRange(list):
    @property
    def __sa_type_engine__(self):
        return AbstractMultiRange()


def _by(op):
    return lambda self, other, **kw: op(self.expr, other)


@_pg_type
class AbstractRange(TypeEngine):
    render_bind_cast = True
    operator_classes = OperatorClass.NUMERIC
    _native, _postgresql = _Plain._native, _Plain._postgresql

    class comparator_factory(TypeEngine.Comparator):
        contains, contained_by, overlaps, adjacent_to = map(_by, (CONTAINS, CONTAINED_BY, OVERLAP, ADJACENT_TO))
        strictly_left_of, strictly_right_of = map(_by, (STRICTLY_LEFT_OF, STRICTLY_RIGHT_OF))
        __lshift__, __rshift__ = strictly_left_of, strictly_right_of
        not_extend_right_of, not_extend_left_of = map(_by, (NOT_EXTEND_RIGHT_OF, NOT_EXTEND_LEFT_OF))

        def union(self, other):
            return self.expr + other

        def difference(self, other):
            return self.expr - other

        def intersection(self, other):
            return self.expr * other


def _kind_of(ranges):
    import datetime
    import decimal
    values = [value for it in ranges for value in (it.lower, it.upper) if value is not None]
    first = values[0] if values else None
    if isinstance(first, int):
        return "INT4" if all(-2**31 <= value < 2**31 for value in values) else "INT8"
    if isinstance(first, (decimal.Decimal, float)):
        return "NUM"
    if isinstance(first, datetime.datetime):
        return "TSTZ" if first.tzinfo else "TS"
    return "DATE" if isinstance(first, datetime.date) else None


class AbstractSingleRange(AbstractRange):
    __visit_name__ = "RANGE"

    def _resolve_for_literal(self, value):
        kind = _kind_of([value])
        return sqltypes.NULLTYPE if kind is None else globals()[kind + "RANGE"]()


class AbstractMultiRange(AbstractRange):
    __visit_name__ = "MULTIRANGE"

    def _resolve_for_literal(self, value):
        kind = _kind_of(value)
        return sqltypes.NULLTYPE if kind is None else globals()[kind + "MULTIRANGE"]()


for _base, _ending in ((AbstractSingleRange, "RANGE"), (AbstractMultiRange, "MULTIRANGE")):
    for _name in ("INT4", "INT8", "NUM", "DATE", "TS", "TSTZ"):
        _name += _ending
        globals()[_name] = type(_base)(_name, (_base,), {"__visit_name__": _name, "__module__": __name__})
