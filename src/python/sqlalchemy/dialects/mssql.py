"""SQL Server's dialect is not part of the playground, and says so when it is made."""

from . import _NoDialect


class dialect(_NoDialect):
    name = "mssql"
