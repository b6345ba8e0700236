"""Dialects: which database a URL names, and what statements are compiled for."""

from .. import exc
from ..engine.default import DefaultDialect, StrCompileDialect


_SQLITE = []


def _default():
    """The dialect that types are asked with."""
    if not _SQLITE:
        from .sqlite.base import SQLiteDialect_pysqlite
        _SQLITE.append(SQLiteDialect_pysqlite())
    return _SQLITE[0]


def _load(url):
    name = url.drivername
    backend, _, driver = name.partition("+")
    if backend == "sqlite":
        if driver not in ("", "pysqlite"):
            if driver in ("aiosqlite", "pysqlcipher"):
                raise NotImplementedError(f"the driver {driver} is not part of the playground")
            raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{backend}.{driver}")
        from .sqlite.base import SQLiteDialect_pysqlite
        return SQLiteDialect_pysqlite()
    if backend in ("postgresql", "mysql", "mariadb", "oracle", "mssql"):
        from importlib import import_module
        if backend in ("oracle", "mssql"):
            raise NotImplementedError(f"the dialect {backend} is not part of the playground")
        module = import_module("sqlalchemy.dialects." + ("mysql" if backend == "mariadb" else backend))
        made = module.dialect()
        made._driver_wanted = driver
        return made
    plugin = f"{backend}.{driver}" if driver else backend
    raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{plugin}")


class _Registry:
    def load(self, name):
        from ..engine.url import URL
        return type(_load(URL.create(name)))

    def register(self, *args):
        raise NotImplementedError("registering dialects is not part of the playground")


registry = _Registry()
