"""The pool classes: shells over the native pools."""

import _sqlalchemy as _n

from .. import exc, util


class ManagesConnection:
    pass


class ConnectionPoolEntry(ManagesConnection):
    pass


class PoolProxiedConnection(ManagesConnection):
    def __enter__(self):
        return self

    def __exit__(self, type_, value, traceback):
        self.close()


class PoolResetState:
    """What the event "reset" tells of the transaction."""

    def __init__(self, transaction_was_reset, terminate_only, asyncio_safe):
        self.transaction_was_reset = transaction_was_reset
        self.terminate_only = terminate_only
        self.asyncio_safe = asyncio_safe

    def __repr__(self):
        return (f"PoolResetState(transaction_was_reset={self.transaction_was_reset!r}, "
                f"terminate_only={self.terminate_only!r}, asyncio_safe={self.asyncio_safe!r})")


class _ConnectionRecord(_n.RecordObject, ConnectionPoolEntry):
    @property
    def driver_connection(self):
        return self.dbapi_connection

    @property
    def connection(self):
        util.warn_deprecated("The _ConnectionRecord.connection attribute is deprecated; please use "
                             "'driver_connection' (deprecated since: 2.0)", "2.0")
        return self.dbapi_connection

    @property
    def last_connect_time(self):
        return self.starttime

    def invalidate(self, e=None, soft=False):
        self._invalidate(e, soft)


class _ConnectionFairy(_n.CheckoutObject, PoolProxiedConnection):
    @property
    def driver_connection(self):
        record = self._connection_record
        return None if record is None else record.driver_connection

    @property
    def connection(self):
        util.warn_deprecated("The _ConnectionFairy.connection attribute is deprecated; please use "
                             "'driver_connection' (deprecated since: 2.0)", "2.0")
        return self.dbapi_connection

    def cursor(self, *args, **kw):
        if self.dbapi_connection is None:
            raise AssertionError()
        return self.dbapi_connection.cursor(*args, **kw)

    def commit(self):
        self.dbapi_connection.commit()

    def rollback(self):
        self.dbapi_connection.rollback()

    def invalidate(self, e=None, soft=False):
        self._invalidate(e, soft)

    def __getattr__(self, name):
        return getattr(self.dbapi_connection, name)


_RESET_STYLES = {"rollback": "rollback", True: "rollback", "none": "none", None: "none", False: "none",
                 "commit": "commit"}


def _takes_record(creator):
    """Whether a creator wants the connection record, as its signature says."""
    code = getattr(getattr(creator, "__func__", creator), "__code__", None)
    if code is None:
        return False
    names = code.co_varnames[:code.co_argcount]
    if hasattr(creator, "__func__"):
        names = names[1:]
    defaults = getattr(creator, "__defaults__", None) or ()
    return (names, defaults) == (("connection_record",), (None,)) or len(names) - len(defaults) == 1


class Pool(_n.PoolObject):
    _kind = "Pool"
    _is_asyncio = None

    def __init__(self, creator, recycle=-1, echo=None, logging_name=None, reset_on_return=True, events=None,
                 dialect=None, pre_ping=False, _dispatch=None):
        self._init(creator, {}, recycle=recycle, echo=echo, logging_name=logging_name,
                   reset_on_return=reset_on_return, events=events, dialect=dialect, pre_ping=pre_ping,
                   _dispatch=_dispatch)

    def _init(self, creator, own, recycle=-1, echo=None, logging_name=None, reset_on_return=True, events=None,
              dialect=None, pre_ping=False, _dispatch=None):
        """`own`: what this kind of pool is given beside what all are."""
        try:
            style = _RESET_STYLES[reset_on_return]
        except (KeyError, TypeError):
            raise exc.ArgumentError(f"Invalid value for 'reset_on_return': {reset_on_return!r}") from None
        self._creator, self._own, self._pre_ping = creator, own, pre_ping
        # The native pool looks here, so that an engine can take over a pool that was made without one.
        self._dialects = dialects = [dialect]
        self._recycle, self._reset_on_return, self._orig_logging_name = recycle, reset_on_return, logging_name
        self.echo, self.logging_name = echo, logging_name
        takes_record = _takes_record(creator)

        def invoke(record):
            made = creator(record) if takes_record else creator()
            if dialects[0] is not None:
                dialects[0]._prepare_connection(made)
            return made

        settings = dict(kind=self._kind, pool_size=5, max_overflow=10, timeout=30.0, use_lifo=False, store_traceback=True,
                        recycle=recycle, pre_ping=pre_ping, reset_on_return=style, echo=echo, logging_name=logging_name)
        settings.update(own)
        self._setup(invoke, settings, dialects, _dispatch)
        if events:
            from .. import event
            for fn, name in events:
                event.listen(self, name, fn)

    def connect(self):
        if self._kind == "Pool":
            raise NotImplementedError()
        return _n.PoolObject.connect(self)

    @property
    def _dialect(self):
        return self._dialects[0]

    def _set_dialect(self, dialect):
        self._dialects[0] = dialect

    def recreate(self):
        self._log("Pool recreating")
        return self.__class__(
            self._creator, recycle=self._recycle, echo=self.echo, logging_name=self._orig_logging_name,
            reset_on_return=self._reset_on_return, pre_ping=self._pre_ping, _dispatch=self, dialect=self._dialect,
            **self._own)
