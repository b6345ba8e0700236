"""INSERT, UPDATE, DELETE."""

import _sqlalchemy as _n

from . import dialect_kwargs
from .. import exc, util
from .base import ClauseElement, Executable, HasSyntaxExtensions, criteria_of
from .elements import ColumnElement
from .selectable import HasCTE, ReturnsRows, HasPrefixes


class UpdateBase(_n.StatementObject, HasCTE, HasPrefixes, HasSyntaxExtensions, Executable, ReturnsRows):
    is_dml = True

    @property
    def table(self):
        return _n.select_attr(self, "table")

    def returning(self, *cols, sort_by_parameter_order=False):
        return _n.returning(self, list(cols), sort_by_parameter_order)

    def return_defaults(self, *cols, supplemental_cols=None, sort_by_parameter_order=False):
        return _n.return_defaults(self, list(cols), list(supplemental_cols or ()), sort_by_parameter_order)

    def with_hint(self, text, selectable=None, dialect_name="*"):
        return _n.dml_hint(self, text, selectable, dialect_name)

    def with_dialect_options(self, **opt):
        dialect_kwargs.check(self, opt)
        made = self
        for name in ("mysql_limit", "mariadb_limit"):
            if name in opt:
                made = _n.dml_mysql_limit(made, None if opt[name] is None else int(opt[name]))
        return made

    named_with_column = False

    @property
    def selectable(self):
        return self

    def is_derived_from(self, fromclause):
        return self is fromclause

    @property
    def entity_description(self):
        mapper = _mapper_of(self)
        if mapper is not None:
            from ..orm.inspection import describe_entity
            return describe_entity(mapper)
        return {"name": self.table.name, "table": self.table}

    @property
    def returning_column_descriptions(self):
        if _mapper_of(self) is not None:
            from ..orm.inspection import describe_columns
            return describe_columns(self.exported_columns)
        return [{"name": getattr(it, "key", None) or getattr(it, "name", None), "type": getattr(it, "type", None),
                 "expr": it} for it in self.exported_columns]

    @property
    def exported_columns(self):
        return _n.columns_of(self)


def _mapper_of(statement):
    """The mapper of the entity that a statement is about, if it is about one."""
    import sys

    orm = sys.modules.get("_sqlalchemy_orm")
    return None if orm is None else orm.dml_entity(statement)


def _expanded(statement, values):
    """Values of attributes that stand for several columns, as values of those columns."""
    import sys

    if "_sqlalchemy_orm" not in sys.modules:
        return values
    mapper = _mapper_of(statement)
    out = {}
    for key, value in values.items():
        if isinstance(key, str) and mapper is not None:
            key = mapper._synonym_of(key) or key
        attribute = key
        if isinstance(key, str):
            attribute = None if mapper is None or mapper._has_property(key) else getattr(mapper.class_, key, None)
        expand = getattr(attribute, "_bulk_update_tuples", None)
        if expand is None:
            out[key] = value
        else:
            out.update(expand(value))
    return out


class ValuesBase(UpdateBase):
    def values(self, *args, **kwargs):
        if len(args) == 1 and isinstance(args[0], dict):
            args = (_expanded(self, args[0]),)
        if kwargs:
            expanded = _expanded(self, kwargs)
            kwargs = {key: value for key, value in expanded.items() if isinstance(key, str)}
            others = {key: value for key, value in expanded.items() if not isinstance(key, str)}
            if others:
                return _n.dml_values(self, {**others, **kwargs})
        return _n.dml_values(self, *args, **kwargs)


class Insert(ValuesBase):
    __visit_name__ = "insert"
    is_insert = True
    _position_map = util.immutabledict({"post_values": "_post_values_clause"})

    def __init__(self, table):
        _n.dml_init(self, "insert", table)

    def _apply_syntax_extension_to_self(self, extension):
        extension.apply_to_insert(self)

    def inline(self):
        return _n.dml_inline(self)

    @property
    def select(self):
        return _n.select_attr(self, "select")

    def from_select(self, names, select, include_defaults=True):
        return _n.from_select(self, list(names), select, include_defaults)


class DMLWhereBase:
    __slots__ = ()
    _position_map = util.immutabledict({"post_criteria": "_post_criteria_clause"})

    def where(self, *whereclause):
        return _n.select_where(self, criteria_of(whereclause), False)

    filter = where

    @property
    def whereclause(self):
        return _n.select_attr(self, "whereclause")

    def filter_by(self, **kwargs):
        return _n.filter_by(self, **kwargs)


class Update(DMLWhereBase, ValuesBase):
    __visit_name__ = "update"
    is_update = True

    def __init__(self, table):
        _n.dml_init(self, "update", table)

    def _apply_syntax_extension_to_self(self, extension):
        extension.apply_to_update(self)

    def ordered_values(self, *args):
        return _n.ordered_values(self, list(args))

    def inline(self):
        return self


class Delete(DMLWhereBase, UpdateBase):
    __visit_name__ = "delete"
    is_delete = True

    def __init__(self, table):
        _n.dml_init(self, "delete", table)

    def _apply_syntax_extension_to_self(self, extension):
        extension.apply_to_delete(self)

    def using(self, *froms):
        return _n.dml_using(self, list(froms))


def insert(table):
    return Insert(table)


def update(table):
    return Update(table)


def delete(table):
    return Delete(table)


class DMLTargetCopy(ColumnElement):
    __slots__ = ()
    __visit_name__ = "dmltargetcopy"


def from_dml_column(column):
    if not isinstance(column, ClauseElement) and not hasattr(column, "__clause_element__"):
        raise exc.ArgumentError(f"Column expression expected, got {column!r}.")
    return _n.from_dml_column(column)
