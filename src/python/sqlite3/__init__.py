"""The part of Python's sqlite3 that SQLAlchemy programs meet: connections, cursors, errors."""

import _sqlalchemy as _n

apilevel = "2.0"
paramstyle = "qmark"
threadsafety = 1
PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2


class Warning(Exception): pass
class Error(Exception): pass
class InterfaceError(Error): pass
class DatabaseError(Error): pass
class DataError(DatabaseError): pass
class OperationalError(DatabaseError): pass
class IntegrityError(DatabaseError): pass
class InternalError(DatabaseError): pass
class ProgrammingError(DatabaseError): pass
class NotSupportedError(DatabaseError): pass


def __getattr__(name):
    if name == "sqlite_version":
        return _n.sqlite_version()
    if name == "sqlite_version_info":
        return tuple(int(part) for part in _n.sqlite_version().split("."))
    raise AttributeError(f"module 'sqlite3' has no attribute {name!r}")


class Cursor:
    arraysize = 1

    def __init__(self, connection):
        self.connection = connection
        self.description = None
        self.rowcount = -1
        self.lastrowid = None
        self._rows = []
        self._at = 0
        self._is_closed = False

    def _check(self):
        if self._is_closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")

    def execute(self, sql, parameters=()):
        self._check()
        data = self.connection._execute(sql, parameters)
        columns = data.columns()
        self.description = tuple((name, None, None, None, None, None, None) for name in columns) if columns else None
        self._rows = data.rows() if columns else []
        self._at = 0
        self.rowcount = data.rowcount
        self.lastrowid = data.lastrowid
        return self

    def executemany(self, sql, parameters):
        self._check()
        sets = [tuple(p) if not isinstance(p, dict) else p for p in parameters]
        self._rows = []
        self.description = None
        if sets:
            data = self.connection._execute(sql, sets)
            self.rowcount = data.rowcount
        return self

    def executescript(self, script):
        self._check()
        self.connection._executescript(script)
        return self

    def _make(self, row):
        factory = self.connection.row_factory
        return row if factory is None else factory(self, row)

    def fetchone(self):
        self._check()
        if self._at >= len(self._rows):
            return None
        self._at += 1
        return self._make(self._rows[self._at - 1])

    def fetchmany(self, size=1):
        out = []
        while len(out) < size:
            row = self.fetchone()
            if row is None:
                break
            out.append(row)
        return out

    def fetchall(self):
        self._check()
        out = [self._make(row) for row in self._rows[self._at:]]
        self._at = len(self._rows)
        return out

    def __iter__(self):
        return self

    def __next__(self):
        row = self.fetchone()
        if row is None:
            raise StopIteration
        return row

    def close(self):
        self._rows = []
        self._is_closed = True


class Row:
    def __init__(self, cursor, values):
        self._names = [d[0] for d in cursor.description]
        self._values = values

    def keys(self):
        return list(self._names)

    def __getitem__(self, key):
        if isinstance(key, str):
            for name, value in zip(self._names, self._values):
                if name.lower() == key.lower():
                    return value
            raise IndexError("No item with that key")
        return self._values[key]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)


def _place(database, uri):
    """The name that the driver opens: files are the program's own (`open`, `os.remove` see them)."""
    name = database.__fspath__() if hasattr(database, "__fspath__") else database
    name = name.decode() if isinstance(name, bytes) else str(name)
    if name in ("", ":memory:"):
        return name
    import os  # before the tree of files, which it completes
    import _playground_fs as fs
    query = ""
    if uri and name.startswith("file:"):
        path, _, query = name[5:].partition("?")
        if path == ":memory:" or "mode=memory" in query.split("&"):
            return name
        first, *rest = path.encode().split(b"%")
        path = (first + b"".join(bytes.fromhex(it[:2].decode()) + it[2:] for it in rest)).decode()
        if path.startswith("//"):
            path = "/" + path[2:].partition("/")[2]
        if {"mode=ro", "mode=rw"} & set(query.split("&")) and fs.resolve(path) not in fs.nodes:
            raise OperationalError("unable to open database file")
        name = path
    path = fs.open_database(name)
    if path is None:
        raise OperationalError("unable to open database file")
    return f"file:{path}?{query}" if query else path


class Connection(_n.SqliteConnection):
    row_factory = None
    text_factory = str
    Warning = Warning
    Error = Error
    IntegrityError = IntegrityError
    OperationalError = OperationalError
    ProgrammingError = ProgrammingError

    def __init__(self, database=None, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, uri=False, **kw):
        if database is not None:
            self._open(_place(database, uri), isolation_level)

    isolation_level = property(lambda self: self._get_isolation_level(),
                               lambda self, value: self._set_isolation_level(value))

    def cursor(self, factory=Cursor):
        return factory(self)

    def execute(self, sql, parameters=()):
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters):
        return self.cursor().executemany(sql, parameters)

    def executescript(self, script):
        return self.cursor().executescript(script)

    def create_function(self, name, narg, func, *, deterministic=False):
        self._create_function(name, narg, func, deterministic)

    def create_collation(self, name, callable):
        raise NotImplementedError("sqlite3.Connection.create_collation() is not part of the playground")

    def create_aggregate(self, name, n_arg, aggregate_class):
        raise NotImplementedError("sqlite3.Connection.create_aggregate() is not part of the playground")

    def __enter__(self):
        return self

    def __exit__(self, type_, value, tb):
        if type_ is None:
            self.commit()
        else:
            self.rollback()

    def __repr__(self):
        return "<sqlite3.Connection object at 0x%012x>" % (0x7F0000000000 + self._number() * 0x1000)


def connect(database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None, **kw):
    kw.update(timeout=timeout, detect_types=detect_types, isolation_level=isolation_level,
              check_same_thread=check_same_thread)
    return (factory or Connection)(database, **kw)


from . import dbapi2  # noqa: E402
