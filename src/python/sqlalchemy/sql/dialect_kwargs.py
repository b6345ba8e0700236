"""Arguments named for a dialect, such as `sqlite_autoincrement`: which there are, and which are supported."""

from .. import exc, util



def _none(names):
    return dict.fromkeys(names.split())


# By dialect and construct, with the defaults; "*" takes any name.
_KNOWN = {
    "sqlite": {"Table": {"autoincrement": False, "with_rowid": True, "strict": False}, "Index": _none("where"),
               "Column": _none("on_conflict_primary_key on_conflict_not_null on_conflict_unique"),
               "Constraint": _none("on_conflict"), "CreateView": {"if_not_exists": False}},
    "postgresql": {"Table": {"ignore_search_path": False, **_none(
                       "tablespace partition_by with_oids with on_commit inherits using")},
                   "Index": {"using": False, "ops": {}, "with": {}, "concurrently": False, **_none(
                       "include where tablespace nulls_not_distinct")},
                   "CheckConstraint": {"not_valid": False}, "ForeignKeyConstraint": {"not_valid": False},
                   "PrimaryKeyConstraint": _none("include"), "UniqueConstraint": _none("include nulls_not_distinct"),
                   "CreateView": _none("with")},
    "mysql": {"Table": _none("*"), "Update": _none("limit"), "Delete": _none("limit"),
              "PrimaryKeyConstraint": _none("using"), "Index": _none("using length prefix with_parser")},
    "oracle": {"Table": {"resolve_synonyms": False, "compress": False, **_none("on_commit tablespace")},
               "Index": {"bitmap": False, "compress": False, "vector": False}, "Sequence": _none("order"),
               "Identity": _none("order on_null"), "Select": {"fetch_approximate": False},
               "CompoundSelect": {"fetch_approximate": False}},
}
_KNOWN["mariadb"] = _KNOWN["mysql"]
_UNVALIDATED = {"mssql"}
_REFUSED = {"postgresql_ignore_search_path", "oracle_resolve_synonyms", "oracle_vector"}


def _known(construct, dialect):
    known = {}
    for cls in reversed(type(construct).__mro__):
        known.update(_KNOWN[dialect].get(cls.__name__, ()))
    return known


class _Options(dict):
    """`dialect_options`: what was given, by dialect and argument, over the defaults."""

    def __init__(self, construct):
        self._construct = construct
        for name in construct.dialect_kwargs:
            self[name.partition("_")[0]]

    def __missing__(self, dialect):
        if dialect not in _KNOWN:
            raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{dialect}")
        found = self[dialect] = {k: v for k, v in _known(self._construct, dialect).items() if k != "*"}
        for name, value in self._construct.dialect_kwargs.items():
            if name.startswith(dialect + "_"):
                found[name[len(dialect) + 1:]] = value
        return found


class DialectKWArgs:
    __slots__ = ()
    dialect_kwargs = util.EMPTY_DICT

    @property
    def kwargs(self):
        return self.dialect_kwargs

    @property
    def dialect_options(self):
        return _Options(self)

    def get_dialect_option(self, dialect, argument_name, *, else_=None, deprecated_fallback=None):
        name = dialect.name
        if argument_name not in _KNOWN.get(name, {}).get(type(self).__name__, ()):
            return else_
        given, fallback = self.dialect_kwargs, f"{deprecated_fallback}_{argument_name}"
        if deprecated_fallback not in (None, name) and fallback in given and f"{name}_{argument_name}" not in given:
            util.warn_deprecated(f"Using '{fallback}' with the '{name}' dialect is deprecated; please additionally specify "
                                 f"'{name}_{argument_name}'.", "2.1")
            return given[fallback]
        return self.dialect_options[name][argument_name]

    @classmethod
    def argument_for(cls, dialect_name, argument_name, default):
        if dialect_name not in _KNOWN:
            raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{dialect_name}")
        _KNOWN[dialect_name].setdefault(cls.__name__, {})[argument_name] = default


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
        known = _known(construct, dialect)
        if argument not in known and "*" not in known:
            raise exc.ArgumentError(
                f"Argument {name!r} is not accepted by dialect {dialect!r} on behalf of {type(construct)!r}")
        if name in _REFUSED and value:
            raise NotImplementedError(f"{type(construct).__name__}({name}=) is not part of the playground")
