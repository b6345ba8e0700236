"""Arguments named for a dialect, such as `sqlite_autoincrement`: which there are, and which are supported."""

from .. import exc, util

# By dialect and construct; "*" takes any name.
_KNOWN = {
    "sqlite": {"Table": {"autoincrement", "with_rowid", "strict"}, "Index": {"where"},
               "Column": {"on_conflict_primary_key", "on_conflict_not_null", "on_conflict_unique"},
               "Constraint": {"on_conflict"}, "CreateView": {"if_not_exists"}},
    "postgresql": {"Table": {"ignore_search_path", "tablespace", "partition_by", "with_oids", "with", "on_commit",
                             "inherits", "using"},
                   "Index": {"using", "include", "where", "ops", "concurrently", "with", "tablespace",
                             "nulls_not_distinct"},
                   "CheckConstraint": {"not_valid"}, "ForeignKeyConstraint": {"not_valid"},
                   "PrimaryKeyConstraint": {"include"}, "UniqueConstraint": {"include", "nulls_not_distinct"},
                   "CreateView": {"with"}},
    "mysql": {"Table": {"*"}, "Update": {"limit"}, "Delete": {"limit"}, "PrimaryKeyConstraint": {"using"},
              "Index": {"using", "length", "prefix", "with_parser"}},
}
_KNOWN["mariadb"] = _KNOWN["mysql"]
_UNVALIDATED = {"oracle", "mssql"}
_SUPPORTED = {
    "sqlite_autoincrement", "sqlite_with_rowid", "sqlite_strict", "sqlite_where", "sqlite_on_conflict_primary_key",
    "sqlite_on_conflict_not_null", "sqlite_on_conflict_unique", "sqlite_on_conflict", "sqlite_if_not_exists",
}


def check(construct, kwargs):
    """Refuses what SQLAlchemy refuses, and by name what is not supported."""
    for name, value in kwargs.items():
        dialect, _, argument = name.partition("_")
        if not dialect or not argument:
            raise TypeError(f"Additional arguments should be named <dialectname>_<argument>, got '{name}'")
        if dialect in _UNVALIDATED:
            continue
        if dialect not in _KNOWN:
            util.warn(f"Can't validate argument {name!r}; can't locate any SQLAlchemy dialect named {dialect!r}")
            continue
        classes = [cls.__name__ for cls in type(construct).__mro__]
        known = {it for cls in classes for it in _KNOWN[dialect].get(cls, ())}
        if not known & {argument, "*"}:
            raise exc.ArgumentError(
                f"Argument {name!r} is not accepted by dialect {dialect!r} on behalf of {type(construct)!r}")
        if name not in _SUPPORTED and not (dialect == "postgresql" and "Index" in classes) and "*" not in known \
                and value not in (None, False):
            raise NotImplementedError(f"{type(construct).__name__}({name}=) is not part of the playground")
