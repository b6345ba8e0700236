"""`scoped_session`: one session per what a function gives, or per thread."""

import sys

from sqlalchemy import util


def _thread():
    # There is the main thread only until somebody imports the module.
    threading = sys.modules.get("threading")
    if threading is not None and threading.current_thread() is not threading.main_thread():
        return threading.get_ident()


class _QueryProperty:
    """`Model.query`: a Query of the class in the session of the moment."""

    def __init__(self, scoped, query_cls):
        self.scoped, self.query_cls = scoped, query_cls

    def __get__(self, instance, owner):
        if self.query_cls:
            return self.query_cls(owner, session=self.scoped.registry())
        return self.scoped.registry().query(owner)


class scoped_session:
    __class_getitem__ = util.subscript
    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self.registry = util.ScopedRegistry(session_factory, scopefunc or _thread)

    def __call__(self, **kw):
        if kw:
            if self.registry.has():
                from sqlalchemy import exc

                raise exc.InvalidRequestError("Scoped session is already present; no new arguments may be specified.")
            session = self.session_factory(**kw)
            self.registry.set(session)
            return session
        return self.registry()

    def remove(self):
        if self.registry.has():
            self.registry().close()
        self.registry.clear()

    def configure(self, **kw):
        if self.registry.has():
            util.warn(
                "At least one scoped session is already present.  configure() can not affect sessions that have already "
                "been created.")
        self.session_factory.configure(**kw)

    def query_property(self, query_cls=None):
        return _QueryProperty(self, query_cls)

    def __contains__(self, instance):
        return instance in self.registry()

    def __iter__(self):
        return iter(self.registry())

    def __getattr__(self, name):
        return getattr(self.registry(), name)


def _of_session(name):
    return property(lambda self: getattr(self.registry(), name), lambda self, value: setattr(self.registry(), name, value))


for _name in ("bind", "autoflush", "info", "autocommit"):
    setattr(scoped_session, _name, _of_session(_name))
ScopedSession = scoped_session
