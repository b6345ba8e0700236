"""Results: rows, single values, mappings."""

import itertools

import _sqlalchemy as _n

from .. import exc, util
from .row import RowMapping


class RMKeyView:
    """`result.keys()`"""

    def __init__(self, keys, result=None):
        self._keys, self._result = [key for key in keys if key is not None], result

    def __iter__(self):
        return iter(self._keys)

    def __len__(self):
        return len(self._keys)

    def __getitem__(self, index):
        return self._keys[index]

    def __contains__(self, key):
        if isinstance(key, int):
            return False
        if isinstance(key, str) or self._result is None:
            return key in self._keys
        if isinstance(self._result, RowMapping):
            return key in self._result
        try:
            self._result.scalars(key)
        except exc.NoSuchColumnError:
            return False
        return True

    def __eq__(self, other):
        return list(other) == self._keys

    def __ne__(self, other):
        return list(other) != self._keys

    def __and__(self, other):
        return set(self._keys).intersection(other)

    def __or__(self, other):
        return set(self._keys).union(other)

    def __sub__(self, other):
        return set(self._keys).difference(other)

    def isdisjoint(self, other):
        return set(self._keys).isdisjoint(other)

    def __repr__(self):
        return "RMKeyView(%r)" % (self._keys,)


class ResultInternal(_n.ResultObject):
    __class_getitem__ = util.subscript
    _attributes = {}
    # Whether rows are counted as the driver's cursor counts them: one when nobody says, all for less than one.
    _by_cursor = False

    def _wanted(self, size):
        if size is None:
            size = self._get_yield_per() or (1 if self._by_cursor else None)
        elif self._by_cursor and size <= 0:
            size = None
        return size

    def fetchmany(self, size=None):
        return self._fetch(self._wanted(size))

    def _all(self):
        return self._fetch(None)

    def _only(self, raise_for_second, raise_for_none, scalar):
        found = self._fetch(2) if raise_for_second else self._fetch(1, True)
        if not found:
            self._soft_close(True)
            if raise_for_none:
                raise exc.NoResultFound("No row was found when one was required")
            return None
        if len(found) > 1:
            self._soft_close(True)
            raise exc.MultipleResultsFound(
                "Multiple rows were found when exactly one was required" if raise_for_none else
                "Multiple rows were found when one or none was required")
        self._soft_close(True)
        row = found[0]
        return row[0] if scalar else row

    def _partitions(self, size):
        size = self._wanted(size)
        while True:
            part = self._fetch(size)
            if part:
                yield part
            if not part or size is None:
                return

    def yield_per(self, num):
        self._set_yield_per(num)
        return self

    def close(self):
        self._soft_close(True)

    @property
    def closed(self):
        return self._state()[1]

    @property
    def _soft_closed(self):
        return self._state()[0]

    def __enter__(self):
        return self

    def __exit__(self, type_, value, traceback):
        self.close()


class Result(ResultInternal):
    def keys(self):
        return RMKeyView(self._names(), self)

    def unique(self, strategy=None):
        self._set_unique(strategy)
        return self

    def columns(self, *col_expressions):
        self._names()
        return self._share(self, "rows", list(col_expressions))

    def _view(self, cls, kind, places=None):
        self._names()
        made = cls.__new__(cls)
        self._share(made, kind, places)
        if self._by_cursor:
            made._by_cursor = True
        return made

    def scalars(self, index=0):
        return self._view(ScalarResult, "scalars", [index])

    def mappings(self):
        return self._view(MappingResult, "mappings")

    def tuples(self):
        return self._as_tuples("tuples()")

    @property
    def t(self):
        return self._as_tuples("t")

    def _as_tuples(self, name):
        util.warn_deprecated(f"The Result.{name} method is deprecated, Row now behaves like a tuple and can unpack types "
                             "directly. (deprecated since: 2.1.0)", "2.1.0", stacklevel=4)
        return self

    def all(self):
        return self._fetch(None)

    fetchall = all

    @property
    def _metadata(self):
        return self

    def fetchone(self):
        found = self._fetch(1)
        return found[0] if found else None

    def first(self):
        return self._only(False, False, False)

    def one(self):
        return self._only(True, True, False)

    def one_or_none(self):
        return self._only(True, False, False)

    def scalar(self):
        return self._only(False, False, True)

    def scalar_one(self):
        return self._only(True, True, True)

    def scalar_one_or_none(self):
        return self._only(True, False, True)

    def partitions(self, size=None):
        return self._partitions(size)

    def freeze(self):
        return FrozenResult(self)

    def merge(self, *others):
        return MergedResult(None, (self,) + others)


class FilterResult(ResultInternal):
    def unique(self, strategy=None):
        self._set_unique(strategy)
        return self

    def all(self):
        return self._fetch(None)

    def fetchall(self):
        return self._fetch(None)

    def first(self):
        return self._only(False, False, False)

    def one(self):
        return self._only(True, True, False)

    def one_or_none(self):
        return self._only(True, False, False)

    def partitions(self, size=None):
        return self._partitions(size)


class ScalarResult(FilterResult):
    pass


class MappingResult(FilterResult):
    def keys(self):
        return RMKeyView(self._names())

    def columns(self, *col_expressions):
        return self._share(self, "mappings", list(col_expressions))

    def fetchone(self):
        found = self._fetch(1)
        return found[0] if found else None


class TupleResult(FilterResult):
    pass


class IteratorResult(Result):
    def __init__(self, cursor_metadata=None, iterator=None, raw=None, _source_supports_scalars=False):
        if cursor_metadata is not None:
            self._init_rows([str(k) for k in cursor_metadata.keys], iterator)


class ChunkedIteratorResult(IteratorResult):
    def __init__(self, cursor_metadata, chunks, source_supports_scalars=False, raw=None, dynamic_yield_per=False):
        self._chunks, self._metadata_given = chunks, cursor_metadata
        super().__init__(cursor_metadata, itertools.chain.from_iterable(chunks(None)))

    def yield_per(self, num):
        chunks = self.__dict__.get("_chunks")
        if chunks is not None:
            super().__init__(self._metadata_given, itertools.chain.from_iterable(chunks(num)))
        return super().yield_per(num)


class SimpleResultMetaData:
    def __init__(self, keys, *args, **kw):
        self.keys = list(keys)


class MergedResult(IteratorResult):
    def __init__(self, cursor_metadata, results):
        names = results[0]._names()

        def rows():
            for result in results:
                yield from result._raw_all()
        self._init_rows(names, rows())
        try:
            self.rowcount = sum(r.rowcount for r in results)
        except Exception:
            pass


class FrozenResult:
    def __init__(self, result):
        self._names = result._names()
        self.data = result._raw_all()

    def __call__(self):
        made = IteratorResult.__new__(IteratorResult)
        made._init_rows(self._names, iter(list(self.data)))
        return made

    def _rewrite_rows(self):
        return [list(row) for row in self.data]

    def with_new_rows(self, tuple_data):
        made = FrozenResult.__new__(FrozenResult)
        made._names, made.data = self._names, list(tuple_data)
        return made


def null_result():
    return IteratorResult(SimpleResultMetaData([]), iter([]))


def result_tuple(fields, extra=None):
    names = [str(f) for f in fields]
    return lambda values: _n.make_row(names, values)


def rows_result(keys, rows, needs_unique=False, statement=None, closed=False, rowcount=None):
    """A result of Python tuples, such as the ORM makes."""
    class_ = IteratorResult if closed else ChunkedIteratorResult
    made = class_.__new__(class_)
    _n.init_rows_result(made, keys, rows, needs_unique, closed)
    if rowcount is not None:
        made.rowcount = rowcount
    return made
