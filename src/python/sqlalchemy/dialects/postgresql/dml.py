"""INSERT with ON CONFLICT."""

import _sqlalchemy as _n

from ...sql.constraints import Constraint, Index
from ..sqlite.dml import Insert as _Insert, _assignments


def _target(constraint, index_elements, index_where):
    """What ON CONFLICT looks at: a constraint's name, or columns and a criterion."""
    if isinstance(constraint, Constraint):
        constraint = constraint.name or constraint
    if constraint is None:
        return None, index_elements, index_where
    if index_elements is not None:
        raise ValueError("'constraint' and 'index_elements' are mutually exclusive")
    if isinstance(constraint, str):
        return constraint, None, None
    if isinstance(constraint, Index):
        return None, list(constraint.expressions), _n.index_where(constraint, "postgresql_where")
    return None, list(constraint.columns), None


class Insert(_Insert):
    stringify_dialect = "postgresql"
    inherit_cache = False

    def on_conflict_do_update(self, constraint=None, index_elements=None, index_where=None, set_=None, where=None):
        constraint, index_elements, index_where = _target(constraint, index_elements, index_where)
        if constraint is None and index_elements is None:
            raise ValueError(
                "Either constraint or index_elements, but not both, must be specified unless DO NOTHING")
        return _n.on_conflict(self, "postgresql", index_elements, constraint, index_where, _assignments(set_), where)

    def on_conflict_do_nothing(self, constraint=None, index_elements=None, index_where=None):
        constraint, index_elements, index_where = _target(constraint, index_elements, index_where)
        return _n.on_conflict(self, "postgresql", index_elements, constraint, index_where, None, None)


def insert(table):
    return Insert(table)
