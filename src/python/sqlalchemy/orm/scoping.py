"""`scoped_session`: one session per thread; there is one thread."""


class ScopedRegistry:
    def __init__(self, createfunc, scopefunc):
        self.createfunc = createfunc
        self.scopefunc = scopefunc
        self.registry = {}

    def _key(self):
        return self.scopefunc() if self.scopefunc is not None else None

    def __call__(self):
        key = self._key()
        if key not in self.registry:
            self.registry[key] = self.createfunc()
        return self.registry[key]

    def has(self):
        return self._key() in self.registry

    def set(self, obj):
        self.registry[self._key()] = obj

    def clear(self):
        self.registry.pop(self._key(), None)


class scoped_session:
    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self.registry = ScopedRegistry(session_factory, scopefunc)

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
        self.session_factory.configure(**kw)

    def query_property(self, query_cls=None):
        raise NotImplementedError("scoped_session.query_property() is not part of the playground yet")

    def __contains__(self, instance):
        return instance in self.registry()

    def __iter__(self):
        return iter(self.registry())

    def __getattr__(self, name):
        return getattr(self.registry(), name)
