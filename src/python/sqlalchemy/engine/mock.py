"""An engine that sends nothing: what would be executed goes to a function of the program."""

from ..sql.ddl import CheckFirst
from .url import make_url


class MockConnection:
    def __init__(self, dialect, execute):
        self._dialect = dialect
        self._execute_impl = execute

    engine = property(lambda self: self)
    dialect = property(lambda self: self._dialect)
    name = property(lambda self: self._dialect.name)

    def connect(self, **kwargs):
        return self

    def schema_for_object(self, obj):
        return obj.schema

    def execution_options(self, **kw):
        return self

    def _run_ddl_visitor(self, visit, checkfirst):
        visit(self, CheckFirst.NONE)

    def execute(self, obj, parameters=None, execution_options=None):
        return self._execute_impl(obj, parameters)


def create_mock_engine(url, executor, **kw):
    from ..dialects import _load

    dialect = _load(make_url(url))
    return MockConnection(dialect(**{name: kw[name] for name in _names_of(dialect) if name in kw}), executor)


def _names_of(dialect):
    """What the makers of a dialect take."""
    for cls in dialect.__mro__:
        code = getattr(cls.__dict__.get("__init__"), "__code__", None)
        yield from code.co_varnames[1:code.co_argcount + code.co_kwonlyargcount] if code else ()
