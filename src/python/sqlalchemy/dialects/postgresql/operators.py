"""PostgreSQL's operators, by what they mean."""

from ...sql.operators import custom_op

_EQ, _GETITEM = 5, 15


def _comparison(text):
    return custom_op(text, precedence=_EQ, is_comparison=True)


ASTEXT, JSONPATH_ASTEXT, DELETE_PATH = (
    custom_op(text, precedence=_GETITEM, natural_self_precedent=True, eager_grouping=True) for text in ("->>", "#>>", "#-"))
HAS_KEY, HAS_ALL, HAS_ANY, PATH_EXISTS, PATH_MATCH, CONTAINS, CONTAINED_BY, OVERLAP = map(
    _comparison, ("?", "?&", "?|", "@?", "@@", "@>", "<@", "&&"))
STRICTLY_LEFT_OF, STRICTLY_RIGHT_OF, NOT_EXTEND_RIGHT_OF, NOT_EXTEND_LEFT_OF, ADJACENT_TO = map(
    _comparison, ("<<", ">>", "&<", "&>", "-|-"))
