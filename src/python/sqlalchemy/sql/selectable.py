"""SELECT and what can stand in FROM. Shells over the native `FromObject` and `StatementObject`."""

from enum import Enum, IntEnum

import _sqlalchemy as _n

from .. import exc, util
from . import dialect_kwargs
from .base import ClauseElement, ColumnSet, Executable, HasSyntaxExtensions, NO_ARG, _to_list, criteria_of
from .elements import ColumnClause, ColumnElement, TextClause, UnaryExpression, exists


class SelectLabelStyle(IntEnum):
    LABEL_STYLE_NONE = 0
    LABEL_STYLE_TABLENAME_PLUS_COL = 1
    LABEL_STYLE_DISAMBIGUATE_ONLY = 2
    LABEL_STYLE_LEGACY_ORM = 3
    LABEL_STYLE_DEFAULT = 2

    def __repr__(self):
        return f"<SelectLabelStyle.{self.name}: {self.value}>"

LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL, LABEL_STYLE_DISAMBIGUATE_ONLY, _LEGACY_ORM = SelectLabelStyle
LABEL_STYLE_DEFAULT = LABEL_STYLE_DISAMBIGUATE_ONLY




class ReturnsRows(ClauseElement):
    __slots__ = ()


class Selectable(ReturnsRows):
    __slots__ = ()
    is_selectable = True

    def replace_selectable(self, old, alias):
        from .util import ClauseAdapter
        util.warn_deprecated("The Selectable.replace_selectable() method is deprecated, and will be removed in a future "
                             "release.  Similar functionality is available via the sqlalchemy.sql.visitors module. "
                             "(deprecated since: 1.4)", "1.4")
        return ClauseAdapter(alias).traverse(self)


class HasCTE:
    __slots__ = ()

    def add_cte(self, *ctes, nest_here=False):
        return _n.add_cte(self, list(ctes), nest_here)

    def cte(self, name=None, recursive=False, nesting=False):
        return _n.cte(self, name, recursive, nesting)


class HasPrefixes:
    __slots__ = ()

    def prefix_with(self, *prefixes, dialect="*"):
        return _n.select_affix(self, list(prefixes), False, dialect)


class HasHints:
    __slots__ = ()

    def with_hint(self, selectable, text, dialect_name="*"):
        return _n.select_hint(self, selectable, text, dialect_name)

    def with_statement_hint(self, text, dialect_name="*"):
        return _n.select_hint(self, None, text, dialect_name)


class HasSuffixes:
    __slots__ = ()

    def suffix_with(self, *suffixes, dialect="*"):
        return _n.select_affix(self, list(suffixes), True, dialect)


class ColumnSet(list):
    """The columns of a primary key that is no constraint."""

    __hash__ = object.__hash__

    def __repr__(self):
        return f"ColumnSet({list.__repr__(self)})"


class _FromClauseMeta(type):
    """A function is a FROM clause, too; natively it is an expression alone."""

    def __instancecheck__(cls, obj):
        return type.__instancecheck__(cls, obj) or cls.__name__ == "FromClause" and getattr(obj, "_is_function", False)


class FromClause(_n.FromObject, Selectable, metaclass=_FromClauseMeta):
    __class_getitem__ = util.subscript
    __visit_name__ = "fromclause"
    named_with_column = False

    @util.memoized_property
    def c(self):
        return _n.columns_of(self)

    columns = exported_columns = property(lambda self: self.c)
    schema = None

    @property
    def primary_key(self):
        return ColumnSet(_n.from_attr(self, "primary_key"))

    @property
    def foreign_keys(self):
        return {key for column in self.c for key in column.foreign_keys}

    def self_group(self, against=None):
        return self

    @property
    def description(self):
        return getattr(self, "name", self.__class__.__name__ + " object")

    def __getattr__(self, name):
        found = _n.from_attr(self, name)
        return ColumnSet(found) if name == "primary_key" and type(found) is list else found

    def __eq__(self, other):
        return isinstance(other, _n.FromObject) and _n.from_id(self) == _n.from_id(other)

    def __hash__(self):
        return _n.from_id(self)

    def alias(self, name=None, flat=False):
        return _n.alias(self, name, "alias")

    def lateral(self, name=None):
        return _n.alias(self, name, "lateral")

    def tablesample(self, sampling, name=None, seed=None):
        from .functions import Function, func
        if not isinstance(sampling, Function):
            sampling = func.system(sampling)
        return _n.tablesample(self, name, sampling, seed)

    def table_valued(self):
        return _n.alias_column(self)

    def join(self, right, onclause=None, isouter=False, full=False):
        return _n.join(self, right, onclause, isouter, full)

    def outerjoin(self, right, onclause=None, full=False):
        return _n.join(self, right, onclause, True, full)

    def select(self):
        return Select(self)

    def corresponding_column(self, column, require_embedded=False):
        return _n.corresponding_column(self, column, require_embedded)

    def is_derived_from(self, fromclause):
        if fromclause is self or fromclause == self:
            return True
        element = getattr(self, "element", None)
        froms = [element] if isinstance(element, _n.FromObject) else getattr(element, "get_final_froms", list)()
        return any(it.is_derived_from(fromclause) for it in froms)

    @property
    def selectable(self):
        return self

    @property
    def entity_namespace(self):
        return self.c


class Join(FromClause):
    __visit_name__ = "join"

    def is_derived_from(self, fromclause):
        return (hash(fromclause) == hash(self) or self.left.is_derived_from(fromclause)
                or self.right.is_derived_from(fromclause))

    def __new__(cls, left=None, right=None, onclause=None, isouter=False, full=False):
        if left is not None:
            return _n.join(left, right, onclause, isouter, full)
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        pass

    @property
    def description(self):
        left, right = self.left, self.right
        return f"Join object on {left.description}({hash(left)}) and {right.description}({hash(right)})"


class NoInit:
    def __init__(self, *arg, **kw):
        name = type(self).__name__
        raise NotImplementedError(
            f"The {name} class is not intended to be constructed directly.  Please use the {name.lower()}() standalone "
            f"function or the {name.lower()}() method available from appropriate selectable objects.")


class AliasedReturnsRows(NoInit, FromClause):
    named_with_column = True

    @property
    def description(self):
        return _n.from_attr(self, "description")

    @property
    def element(self):
        return _n.alias_element(self)

    original = element

    @property
    def description(self):
        name = self.name
        return "anon_1" if name.startswith("%(") else name


class FromClauseAlias(AliasedReturnsRows):
    @property
    def description(self):
        name = self.name
        return f"Anonymous alias of {self.element.description or 'anon_1'}" if name.startswith("%(") else name


class Alias(FromClauseAlias):
    __visit_name__ = "alias"


class Subquery(AliasedReturnsRows):
    __visit_name__ = "subquery"

    def as_scalar(self):
        util.warn_deprecated(
            "The Subquery.as_scalar() method, which was previously ``Alias.as_scalar()`` prior to version 1.4, is "
            "deprecated and will be removed in a future release; Please use the Select.scalar_subquery() method of the "
            "select() construct before constructing a subquery object, or with the ORM use the Query.scalar_subquery() "
            "method. (deprecated since: 1.4)", "1.4")
        return self.element.scalar_subquery()


class Lateral(FromClauseAlias): __visit_name__ = "lateral"
class TableSample(FromClauseAlias): __visit_name__ = "tablesample"


class CTE(AliasedReturnsRows, HasPrefixes, HasSuffixes):
    __visit_name__ = "cte"

    @property
    def element(self):
        found = super().element
        while isinstance(found, CTE):
            found = found.element
        return found

    original = element

    def alias(self, name=None, flat=False):
        return _n.cte(self, name, *_n.cte_flags(self))

    def _restated(self, keyword, others):
        if not isinstance(self.element, Select):
            raise AssertionError(f"CTE element f{self.element} does not support {keyword}()")
        return _n.restate_cte(self, CompoundSelect(keyword, self.element, *others))

    def union(self, *other):
        return self._restated("union", other)

    def union_all(self, *other):
        return self._restated("union_all", other)


class TableValuedAlias(Alias):
    __visit_name__ = "table_valued_alias"

    @property
    def column(self):
        return _n.alias_column(self)

    def render_derived(self, name=None, with_types=False):
        return _n.render_derived(self, name, with_types)

    def alias(self, name=None, flat=False):
        return _n.table_valued_alias(self, name, False)

    def lateral(self, name=None):
        return _n.table_valued_alias(self, name, True)


class TableClause(FromClause):
    __visit_name__ = "table"
    named_with_column = True
    schema = property(lambda self: _n.from_attr(self, "schema"))

    def __init__(self, name, *columns, schema=None, **kw):
        if kw:
            raise exc.ArgumentError(f"Unsupported argument(s): {list(kw)}")
        _n.lightweight(self, name, schema, list(columns))

    def insert(self):
        from .dml import Insert
        return Insert(self)

    def update(self):
        from .dml import Update
        return Update(self)

    def delete(self):
        from .dml import Delete
        return Delete(self)

    def append_column(self, c):
        _n.lightweight_add(self, c, None)

    def insert_column(self, c, index):
        _n.lightweight_add(self, c, index)

    def __str__(self):
        return self.fullname


class FromGrouping(FromClause): __visit_name__ = "grouping"


class Values(HasCTE, FromClause):
    __visit_name__ = "values"
    named_with_column = property(lambda self: self._parts["is_named"])
    description = AliasedReturnsRows.description

    def __new__(cls, *columns, name=None, literal_binds=False):
        given = [_n.plain_column(it.name, it.type) if isinstance(it, ColumnClause) else it for it in columns]
        for column in given:
            if isinstance(column, TextClause):
                column.label(None)
        return _values(given, name=name, is_named=name is not None, literal_binds=literal_binds)

    def __init__(self, *args, **kw):
        pass

    def _again(self, rows=None, **parts):
        return _values(self._column_args, self._rows if rows is None else rows, copied=self, **{**self._parts, **parts})

    def lateral(self, name=None):
        parts = {} if name is None else {"name": name}
        return self._again(lateral=True, is_named=True, **parts)

    def scalar_values(self):
        return _n.scalar_values(self, self._column_args[0].type)

    def add_cte(self, *ctes, nest_here=False):
        if nest_here:
            raise NotImplementedError("add_cte(nest_here=) of VALUES is not part of the playground")
        return self._again(ctes=(*self._parts["ctes"], *ctes))

    def data(self, values):
        return self._again((*self._rows, *values))

    def alias(self, name=None, flat=False):
        return self._again(name=name, is_named=True)


def _values(columns, rows=(), name=None, is_named=False, literal_binds=False, lateral=False, copied=None, ctes=()):
    for row in rows:
        if len(row) != len(columns):
            raise exc.ArgumentError(f"Wrong number of elements for {len(columns)}-tuple: {row!r} ")
    made = _n.values(columns, [list(row) for row in rows], name, [is_named, literal_binds, lateral], copied, list(ctes))
    made._column_args, made._rows = columns, tuple(rows)
    made._parts = {"name": name, "is_named": is_named, "literal_binds": literal_binds, "lateral": lateral, "ctes": ctes}
    return made


class ScalarSelect(ColumnElement):
    __slots__ = ()
    __visit_name__ = "grouping"

    def __init__(self, element):
        self._take(element.scalar_subquery())

    def _again(self, method, *args):
        return getattr(self.element, method)(*args).scalar_subquery()

    @property
    def element(self):
        return _n.query_of(self)

    def correlate(self, *froms):
        return self._again("correlate", *froms)

    def correlate_except(self, *froms):
        return self._again("correlate_except", *froms)

    def where(self, *criteria):
        return self._again("where", *criteria)

    def scalar_subquery(self):
        return self

    @property
    def columns(self):
        raise exc.InvalidRequestError("Scalar Select expression has no columns; use this object directly within a "
                                      "column-level expression.")

    c = columns


class Exists(UnaryExpression):
    __slots__ = ()

    def __new__(cls, argument=None):
        return exists(argument)

    def __init__(self, argument=None):
        pass

    @property
    def _query(self):
        return _n.query_of(self)

    def _with(self, query):
        return _n.exists(query)

    def where(self, *criteria):
        return self._with(self._query.where(*criteria))

    def filter(self, *criteria):
        return self.where(*criteria)

    def select_from(self, *froms):
        return self._with(self._query.select_from(*froms))

    def with_hint(self, selectable, text, dialect_name="*"):
        return self._with(self._query.with_hint(selectable, text, dialect_name))

    def with_statement_hint(self, text, dialect_name="*"):
        return self._with(self._query.with_statement_hint(text, dialect_name))

    def correlate(self, *froms):
        return self._with(self._query.correlate(*froms))

    def correlate_except(self, *froms):
        return self._with(self._query.correlate_except(*froms))

    def select(self):
        return Select(self)


class ScalarValues(ColumnElement):
    __slots__ = ()
    __visit_name__ = "scalar_values"


class SelectBase(_n.StatementObject, Selectable, HasCTE, Executable):
    is_select = supports_execution = True

    @property
    def selected_columns(self):
        return _n.columns_of(self)

    exported_columns = selected_columns

    def subquery(self, name=None):
        return _n.alias(self, name, "alias")

    def alias(self, name=None, flat=False):
        return self.subquery(name)

    def lateral(self, name=None):
        return _n.alias(self, name, "lateral")

    def scalar_subquery(self):
        return _n.scalar_subquery(self)

    def as_scalar(self):
        util.warn_deprecated("The SelectBase.as_scalar() method is deprecated and will be removed in a future release.  "
                             "Please refer to SelectBase.scalar_subquery(). (deprecated since: 1.4)", "1.4")
        return self.scalar_subquery()

    def label(self, name):
        return self.scalar_subquery().label(name)

    def exists(self):
        return _n.exists(self)

    def set_label_style(self, style):
        return _n.select_label_style(self, getattr(style, "value", 2))

    def get_label_style(self):
        return SelectLabelStyle(_n.get_label_style(self))

    @property
    def selectable(self):
        return self

    def is_derived_from(self, fromclause):
        if self is fromclause:
            return True
        froms = self.get_final_froms() if hasattr(self, "get_final_froms") else self.selects
        return any(it.is_derived_from(fromclause) for it in froms)

    def corresponding_column(self, column, require_embedded=False):
        return self.exported_columns.corresponding_column(column, require_embedded)

    def into(self, target, **kw):
        from .ddl import CreateTableAs
        return CreateTableAs(self, target, **kw)

    def self_group(self, against=None):
        return SelectStatementGrouping(self)


class GenerativeSelect(SelectBase):
    def order_by(self, *clauses):
        return _n.select_order_by(self, criteria_of(clauses), False)

    def group_by(self, *clauses):
        return _n.select_order_by(self, criteria_of(clauses), True)

    def limit(self, limit):
        return _n.select_limit(self, "limit", limit)

    def offset(self, offset):
        return _n.select_limit(self, "offset", offset)

    def fetch(self, count, with_ties=False, percent=False, **dialect_kw):
        dialect_kwargs.check(self, dialect_kw)
        approximate = bool(dialect_kw.get("oracle_fetch_approximate"))
        return _n.select_fetch(self, count, with_ties, percent, approximate)

    def slice(self, start, stop):
        made = self
        if start is not None:
            clause = self._offset_clause
            known = None if clause is None else getattr(clause, "_limit_offset_value", None)
            offset = 0 if clause is None else clause if known is None else known
            if isinstance(start, ClauseElement) or start != 0:
                offset = offset + start
            made = made.offset(offset if isinstance(offset, ClauseElement) or offset != 0 else None)
            stop = None if stop is None else stop - start
        return made if stop is None else made.limit(stop)

    @property
    def _limit_clause(self):
        return _n.select_attr(self, "limit")

    @property
    def _offset_clause(self):
        return _n.select_attr(self, "offset")

    @property
    def _fetch_clause(self):
        return _n.select_attr(self, "fetch")

    def _plain(self, clause, name):
        if clause is None:
            return None
        if getattr(clause, "value", None) is None:
            raise exc.CompileError(f"This SELECT structure does not use a simple integer value for {name}")
        return clause.value

    @property
    def _limit(self):
        return self._plain(self._limit_clause, "limit")

    @property
    def _offset(self):
        return self._plain(self._offset_clause, "offset")

    @property
    def _for_update_arg(self):
        found = _n.select_attr(self, "for_update")
        return found and ForUpdateArg(*found)

    def with_for_update(self, *, nowait=False, read=False, of=None, skip_locked=False, key_share=False):
        return _n.select_for_update(self, (nowait, read, skip_locked, key_share), _to_list(of))


def _named(entities):
    """Columns of a select; what stands for an expression under a name of its own gives it that name."""
    return [entity._in_columns() if hasattr(type(entity), "_in_columns") else entity for entity in entities]


def _has_entities(statement):
    import sys

    # Without the ORM there are no entities.
    orm = sys.modules.get("_sqlalchemy_orm")
    return orm is not None and orm.has_entities(statement)


class Select(HasPrefixes, HasSuffixes, HasHints, HasSyntaxExtensions, GenerativeSelect):
    __visit_name__ = "select"
    _position_map = util.immutabledict({
        "post_select": "_post_select_clause", "pre_columns": "_pre_columns_clause",
        "post_criteria": "_post_criteria_clause", "post_body": "_post_body_clause"})

    def __init__(self, *entities):
        _n.select_init(self, _named(entities))

    def where(self, *whereclause):
        return _n.select_where(self, criteria_of(whereclause), False)

    filter = where

    def having(self, *having):
        return _n.select_where(self, criteria_of(having), True)

    def filter_by(self, **kwargs):
        return _n.filter_by(self, **kwargs)

    def from_statement(self, statement):
        if not _n.has_plugin_items(self):
            raise NotImplementedError("The default SELECT construct without plugins does not implement this method.")
        from sqlalchemy.orm.results import FromStatement

        return FromStatement(self, statement, False)

    def select_from(self, *froms):
        return _n.select_from(self, list(froms))

    def join(self, target, onclause=None, *, isouter=False, full=False):
        return _n.select_join(self, target, onclause, None, isouter, full)

    def join_from(self, from_, target, onclause=None, *, isouter=False, full=False):
        return _n.select_join(self, target, onclause, from_, isouter, full)

    def outerjoin(self, target, onclause=None, *, full=False):
        return _n.select_join(self, target, onclause, None, True, full)

    def outerjoin_from(self, from_, target, onclause=None, *, full=False):
        return _n.select_join(self, target, onclause, from_, True, full)

    def distinct(self, *expr):
        if expr:
            util.warn_deprecated(
                "Passing expression to ``distinct`` to generate a DISTINCT ON clause is deprecated. Use instead the "
                "``postgresql.distinct_on`` function as an extension.", "2.1")
            if any(it.__visit_name__ == "postgresql_distinct_on" for it in _n.extensions_at(self, "pre_columns")):
                raise exc.CompileError("Cannot mix ``select.ext(distinct_on(...))`` and ``select.distinct(...)``")
        return _n.select_distinct(self, list(expr))

    def add_columns(self, *entities):
        return _n.select_columns(self, _named(entities), False)

    def column(self, column):
        return self.add_columns(column)

    def with_only_columns(self, *entities, maintain_column_froms=False):
        if len(entities) == 1 and isinstance(entities[0], list):
            raise exc.ArgumentError(
                'The "entities" argument to Select.with_only_columns(), when referring to a sequence of items, is now '
                "passed as a series of positional elements, rather than as a list. ")
        if maintain_column_froms:
            return _n.select_maintain_froms(self, _named(entities))
        return _n.select_columns(self, _named(entities), True)

    def reduce_columns(self, only_synonyms=True):
        return _n.select_reduce_columns(self, only_synonyms)

    def correlate(self, *fromclauses):
        hash(fromclauses[:1])  # A TypeError, for what is no FROM element at all
        return _n.select_correlate(self, list(fromclauses), False)

    def correlate_except(self, *fromclauses):
        return _n.select_correlate(self, list(fromclauses), True)

    def union(self, *other):
        return CompoundSelect("union", self, *other)

    def union_all(self, *other):
        return CompoundSelect("union_all", self, *other)

    def except_(self, *other):
        return CompoundSelect("except", self, *other)

    def except_all(self, *other):
        return CompoundSelect("except_all", self, *other)

    def intersect(self, *other):
        return CompoundSelect("intersect", self, *other)

    def intersect_all(self, *other):
        return CompoundSelect("intersect_all", self, *other)

    @property
    def whereclause(self):
        return _n.select_attr(self, "whereclause")

    @property
    def columns_clause_froms(self):
        return _n.select_attr(self, "columns_clause_froms")

    def get_final_froms(self):
        return _n.select_attr(self, "final_froms")

    def is_derived_from(self, fromclause):
        return self in (fromclause,) or any(it.is_derived_from(fromclause) for it in self.columns_clause_froms)

    @property
    def froms(self):
        util.warn_deprecated("The Select.froms attribute is moved to the Select.get_final_froms() method. (deprecated since: "
                             "1.4.23)", "1.4.23")
        return self.get_final_froms()

    @property
    def inner_columns(self):
        return iter(_n.select_attr(self, "inner_flat"))

    @property
    def column_descriptions(self):
        if _has_entities(self):
            from sqlalchemy.orm.inspection import describe_columns
            return describe_columns(_n.select_attr(self, "columns_clause_items"))
        names = iter(self.selected_columns.keys())
        return [{"name": None if isinstance(it, TextClause) else next(names), "type": getattr(it, "type", None),
                 "expr": it} for it in _n.select_attr(self, "inner_flat")]

    def _apply_syntax_extension_to_self(self, extension):
        extension.apply_to_select(self)


class _CompoundSelectKeyword(Enum):
    UNION = "UNION"
    UNION_ALL = "UNION ALL"
    EXCEPT = "EXCEPT"
    EXCEPT_ALL = "EXCEPT ALL"
    INTERSECT = "INTERSECT"
    INTERSECT_ALL = "INTERSECT ALL"


class CompoundSelect(GenerativeSelect):
    __visit_name__ = "compound_select"
    UNION, UNION_ALL, EXCEPT, EXCEPT_ALL, INTERSECT, INTERSECT_ALL = _CompoundSelectKeyword

    def __init__(self, keyword, *selects):
        if isinstance(keyword, _CompoundSelectKeyword):
            keyword = keyword.name.lower()
        _n.compound_init(self, keyword, list(selects))

    @property
    def selects(self):
        return _n.select_attr(self, "selects")

    @property
    def keyword(self):
        return _CompoundSelectKeyword(_n.select_attr(self, "keyword"))


class ForUpdateArg(ClauseElement):
    """What `with_for_update()` was given."""

    def __init__(self, nowait, read, skip_locked, key_share, of):
        self.nowait, self.read, self.skip_locked, self.key_share = nowait, read, skip_locked, key_share
        self.of = of or None


class SelectStatementGrouping(SelectBase):
    __visit_name__ = "select_statement_grouping"
    supports_execution = False

    def __init__(self, element):
        self.element = element

    def _written(self, compiler, **kw):
        return "(" + compiler.process(self.element, **kw) + ")"

    @property
    def selected_columns(self):
        return self.element.selected_columns

    def __getattr__(self, name):
        return getattr(self.element, name)

    def self_group(self, against=None):
        return self


class TextualSelect(SelectBase):
    __visit_name__ = "textual_select"
    is_text = True

    def __new__(cls, text, columns, positional=False):
        return _n.text_columns(text, list(columns), positional)

    def __init__(self, text, columns, positional=False):
        pass

    @property
    def positional(self):
        return _n.text_is_positional(self)

    def bindparams(self, *binds, **values):
        return _n.text_bindparams(self, *binds, **values)


TextAsFrom = TextualSelect
