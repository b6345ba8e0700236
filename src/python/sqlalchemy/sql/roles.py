"""Where an element of a statement stands."""


class SQLRole:
    __slots__ = ()


class ByOfRole(SQLRole):
    __slots__ = ()


class ColumnsClauseRole(SQLRole):
    __slots__ = ()


class ExpressionElementRole(SQLRole):
    __slots__ = ()


class BinaryElementRole(ExpressionElementRole):
    __slots__ = ()


class GroupByRole(ByOfRole):
    __slots__ = ()


class LimitOffsetRole(SQLRole):
    __slots__ = ()


class OnClauseRole(SQLRole):
    __slots__ = ()


class OrderByRole(ByOfRole):
    __slots__ = ()


class StatementOptionRole(SQLRole):
    __slots__ = ()


class SyntaxExtensionRole(SQLRole):
    __slots__ = ()


class WhereHavingRole(OnClauseRole):
    __slots__ = ()
