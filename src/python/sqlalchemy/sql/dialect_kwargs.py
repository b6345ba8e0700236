"""Arguments named for a dialect, such as `sqlite_autoincrement`: which there are, and which are supported."""

from collections.abc import MutableMapping

import _sqlalchemy as _n

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


def plain_option(value):
    """Mappings as keys and values in turn, columns by name: what the compiler takes."""
    if isinstance(value, dict):
        return [it for pair in value.items() for it in pair]
    if isinstance(value, (list, tuple)):
        return [getattr(it, "name", it) for it in value]
    return value


class _Arguments(dict):
    """What a construct has for one dialect: its arguments over the defaults. What is written here is written there."""

    def __init__(self, construct, dialect):
        self._construct, self._dialect = construct, dialect
        super().__init__((k, v) for k, v in _known(construct, dialect).items() if k != "*")
        for name, value in construct._dialect_kwargs.items():
            if name.startswith(dialect + "_"):
                super().__setitem__(name[len(dialect) + 1:], value)

    def __setitem__(self, name, value):
        super().__setitem__(name, value)
        self._construct._set_dialect_option(f"{self._dialect}_{name}", value)

    def __delitem__(self, name):
        self._construct._set_dialect_option(f"{self._dialect}_{name}", None, True)
        super().__delitem__(name)


class _Options(dict):
    """`dialect_options`: by dialect, then by argument."""

    def __init__(self, construct):
        self._construct = construct
        for name in construct._dialect_kwargs:
            if name.partition("_")[0] in _KNOWN:
                self[name.partition("_")[0]]

    def __missing__(self, dialect):
        if dialect not in _KNOWN:
            raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{dialect}")
        found = self[dialect] = _Arguments(self._construct, dialect)
        return found


class _View(MutableMapping):
    """`dialect_kwargs`: what was given, by whole names."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __getitem__(self, key):
        given = self.obj._dialect_kwargs
        dialect, _, name = key.partition("_")
        if key in given or dialect not in _KNOWN:
            return given[key]
        return self.obj.dialect_options[dialect][name]

    def __setitem__(self, key, value):
        dialect, _, name = key.partition("_")
        if not name:
            raise exc.ArgumentError("Keys must be of the form <dialectname>_<argname>")
        self.obj.dialect_options[dialect][name] = value

    def __delitem__(self, key):
        dialect, _, name = key.partition("_")
        if not name:
            raise KeyError(key)
        del self.obj.dialect_options[dialect][name]

    def __len__(self):
        return len(self.obj._dialect_kwargs)

    def __iter__(self):
        return iter(self.obj._dialect_kwargs)


class DialectKWArgs:
    __slots__ = ()
    _dialect_kwargs = util.EMPTY_DICT

    @property
    def dialect_kwargs(self):
        return _View(self)

    kwargs = dialect_kwargs

    @property
    def dialect_options(self):
        return _Options(self)

    def _set_dialect_option(self, name, value, forget=False):
        given = dict(self._dialect_kwargs)
        if forget:
            del given[name]
        else:
            given[name] = value
        self._dialect_kwargs = given
        _n.set_dialect_option(self, name, plain_option(value))

    def get_dialect_option(self, dialect, argument_name, *, else_=None, deprecated_fallback=None):
        name = dialect.name
        if argument_name not in _KNOWN.get(name, {}).get(type(self).__name__, ()):
            return else_
        given, fallback = self._dialect_kwargs, f"{deprecated_fallback}_{argument_name}"
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
