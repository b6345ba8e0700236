"""Database URLs."""

from .. import exc, util


_SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def _quote(text, safe=" +"):
    out = []
    for char in text:
        if char in _SAFE or char in safe:
            out.append(char)
        else:
            out.extend("%%%02X" % byte for byte in char.encode())
    return "".join(out)


def _quote_plus(text):
    return _quote(text, " ").replace(" ", "+")


def _unquote(text):
    if "%" not in text:
        return text
    raw, out, i = text.encode(), bytearray(), 0
    while i < len(raw):
        if raw[i] == 37 and i + 2 < len(raw):
            try:
                out.append(int(raw[i + 1:i + 3], 16))
                i += 3
                continue
            except ValueError:
                pass
        out.append(raw[i])
        i += 1
    return out.decode("utf-8", "replace")


def _parse_qsl(text):
    pairs = []
    for part in text.split("&"):
        name, sep, value = part.partition("=")
        if sep and value:
            pairs.append((_unquote(name.replace("+", " ")), _unquote(value.replace("+", " "))))
    return pairs


class URL(tuple):
    __slots__ = ()
    _fields = ("drivername", "username", "password", "host", "port", "database", "query")
    drivername, username, password, host, port, database, query = (
        property(lambda self, i=i: tuple.__getitem__(self, i)) for i in range(7))

    def __new__(cls, *args, **kw):
        raise TypeError("Please use URL.create() to build a URL")

    @classmethod
    def create(cls, drivername, username=None, password=None, host=None, port=None, database=None, query=None):
        if not isinstance(drivername, str):
            raise TypeError("drivername must be a string")
        if port is not None:
            try:
                port = int(port)
            except TypeError:
                raise TypeError("Port argument must be an integer or None") from None
        for name, value in (("username", username), ("host", host), ("database", database)):
            if value is not None and not isinstance(value, str):
                raise TypeError(f"{name} must be a string")
        return cls._made(drivername, username, password, host, port, database, _query(query))

    @classmethod
    def _made(cls, *values):
        return tuple.__new__(cls, values)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __reduce__(self):
        return URL._made, tuple(self)

    def set(self, drivername=None, username=None, password=None, host=None, port=None, database=None, query=None):
        kw = self._asdict()
        for name, value in (("drivername", drivername), ("username", username), ("password", password),
                            ("host", host), ("port", port), ("database", database), ("query", query)):
            if value is not None:
                kw[name] = value
        return URL.create(**kw)

    def _replace(self, **kw):
        return URL.create(**{**self._asdict(), **kw})

    def update_query_string(self, query_string, append=False):
        return self.update_query_pairs(_parse_qsl(query_string), append=append)

    def update_query_pairs(self, key_value_pairs, append=False):
        new = {}
        for key, value in key_value_pairs:
            if key in new:
                old = new[key]
                new[key] = (old if isinstance(old, tuple) else (old,)) + (value,)
            else:
                new[key] = value
        merged = dict(self.query)
        for key, value in new.items():
            if append and key in merged:
                old = merged[key]
                old = old if isinstance(old, tuple) else (old,)
                merged[key] = old + (value if isinstance(value, tuple) else (value,))
            else:
                merged[key] = value
        return self.set(query=merged) if merged else self

    def update_query_dict(self, query_parameters, append=False):
        pairs = []
        for key, value in query_parameters.items():
            for one in ([value] if isinstance(value, str) else value):
                pairs.append((key, one))
        return self.update_query_pairs(pairs, append=append)

    def difference_update_query(self, names):
        return self._replace(query={k: v for k, v in self.query.items() if k not in names})

    @property
    def normalized_query(self):
        return util.immutabledict({k: (v,) if not isinstance(v, tuple) else v for k, v in self.query.items()})

    def render_as_string(self, hide_password=True):
        out = self.drivername + "://"
        if self.username is not None:
            out += _quote(self.username)
            if self.password is not None:
                out += ":" + ("***" if hide_password else _quote(str(self.password)))
            out += "@"
        if self.host is not None:
            out += f"[{self.host}]" if ":" in self.host else self.host
        if self.port is not None:
            out += ":" + str(self.port)
        if self.database is not None:
            out += "/" + _quote(self.database, " +/")
        if self.query:
            parts = []
            for key in sorted(self.query):
                value = self.query[key]
                for one in (value if isinstance(value, tuple) else (value,)):
                    parts.append(_quote_plus(key) + "=" + _quote_plus(one))
            out += "?" + "&".join(parts)
        return out

    def __to_string__(self, hide_password=True):
        return self.render_as_string(hide_password)

    def __str__(self):
        return self.render_as_string(hide_password=True)

    def __repr__(self):
        return self.render_as_string()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return isinstance(other, URL) and all(
            a == b for a, b in zip(self, other))

    def __ne__(self, other):
        return not self == other

    def get_backend_name(self):
        return self.drivername.split("+")[0]

    def get_driver_name(self):
        if "+" in self.drivername:
            return self.drivername.split("+")[1]
        return _DRIVERS.get(self.drivername, self.drivername)

    def get_dialect(self, _is_async=False):
        from ..dialects import _load
        return _load(self)

    def translate_connect_args(self, names=None, **kw):
        if names is not None:
            util.warn_deprecated("The `URL.translate_connect_args.name`s parameter is deprecated. Please pass the "
                                 "alternate names as kw arguments.", "1.4")
            names = list(names)
        out = {}
        for name in ("host", "database", "username", "password", "port"):
            to = names.pop(0) if names else kw.get(name, name)
            value = getattr(self, name)
            if to is not None and value:
                out[to] = str(value) if name == "password" else value
        return out


_DRIVERS = {"sqlite": "pysqlite", "postgresql": "psycopg", "mysql": "mysqldb", "mariadb": "mariadbconnector",
            "oracle": "oracledb", "mssql": "pyodbc"}


def _query(query):
    if not query:
        return util.immutabledict()
    out = {}
    for key, value in (query.items() if hasattr(query, "items") else query):
        if not isinstance(key, str):
            raise TypeError("Query dictionary keys must be strings")
        if not isinstance(value, str):
            if not all(isinstance(v, str) for v in value):
                raise TypeError("Query dictionary values must be strings or sequences of strings")
            value = tuple(value)
        out[key] = value
    return util.immutabledict(out)


def make_url(name_or_url):
    if isinstance(name_or_url, URL):
        return name_or_url
    if not isinstance(name_or_url, str):
        raise exc.ArgumentError(f"Expected string or URL object, got {name_or_url!r}")
    return _parse(name_or_url)


def _refused(name):
    return exc.ArgumentError("Could not parse SQLAlchemy URL from given URL string")


def _parse(text):
    scheme, sep, rest = text.partition("://")
    if not sep or not scheme or not all(c.isalnum() or c in "_+" for c in scheme):
        raise _refused(text)
    rest, _, query_text = rest.partition("?")
    authority, slash, database = rest.partition("/")
    username = password = host = port = None
    if "@" in authority:
        credentials, _, authority = authority.rpartition("@")
        username, colon, secret = credentials.partition(":")
        username = _unquote(username)
        password = _unquote(secret) if colon else None
    if authority.startswith("["):
        host, _, tail = authority[1:].partition("]")
        port = tail[1:] if tail.startswith(":") else None
    else:
        host, colon, port = authority.partition(":")
        port = port if colon else None
    if port:
        port = int(port)
    else:
        port = None
    query = {}
    if query_text:
        for key, value in _parse_qsl(query_text):
            if key in query:
                old = query[key]
                query[key] = (old if isinstance(old, tuple) else (old,)) + (value,)
            else:
                query[key] = value
    return URL.create(scheme, username, password, host or None, port, _unquote(database) if slash else None, query)
