"""`threading` with one thread of execution: `Thread.start()` runs the thread to its end.

Every `Thread` still has its own identity and its own `threading.local`. What would wait for another
thread can never be served, and says so.
"""

import _thread
import itertools
import sys
import time as _time

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
    "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError",
    "Timer", "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs",
    "get_native_id",
]

ThreadError = RuntimeError
TIMEOUT_MAX = float(2**31)
_WOULD_WAIT = (
    "this would wait forever: in the playground a thread runs to its end inside start(), "
    "so no other thread can wake this one"
)
_idents = itertools.count(140_000_000_000_000, 4096)
_names = itertools.count(1)


def _wait(timeout):
    """Waits in virtual time, or says that nobody can come."""
    if timeout is None or timeout < 0:
        raise RuntimeError(_WOULD_WAIT)
    _time.sleep(timeout)


class Thread:
    """Runs its target to its end when it is started."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        if name is None:
            name = f"Thread-{next(_names)}"
            if target is not None:
                name += f" ({getattr(target, '__name__', '?')})"
        self.name = str(name)
        self.daemon = bool(daemon)
        self._ident = None
        self._state = "initial"

    @property
    def ident(self):
        return self._ident

    native_id = ident

    def is_alive(self):
        return self._state == "started"

    def start(self):
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        self._ident = next(_idents)
        self._state = "started"
        _stack.append(self)
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException:
            excepthook(ExceptHookArgs((*sys.exc_info(), self)))
        finally:
            _stack.pop()
            self._state = "stopped"
            _local_values.pop(self._ident, None)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._state == "started":
            _wait(timeout)

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        daemon = " daemon" if self.daemon else ""
        ident = f" {self._ident}" if self._ident is not None else ""
        return f"<{type(self).__name__}({self.name}, {self._state}{daemon}{ident})>"


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread")
        self._ident = next(_idents)
        self._state = "started"


class Timer(Thread):
    """Calls a function after some (virtual) time."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.is_set():
            _time.sleep(self.interval)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    import traceback

    print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook
_main = _MainThread()
_stack = [_main]


def current_thread():
    return _stack[-1]


currentThread = current_thread


def main_thread():
    return _main


def get_ident():
    return _stack[-1]._ident


get_native_id = get_ident


def enumerate():
    return list(_stack)


def active_count():
    return len(_stack)


activeCount = active_count


def setprofile(func):
    pass


def settrace(func):
    pass


def stack_size(size=0):
    return 0


class Lock:
    """A lock that one thread holds at a time."""

    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if self._locked:
            if not blocking:
                return False
            _wait(timeout)
            return False
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"


class RLock:
    """A lock that its owner may take again."""

    def __init__(self):
        self._owner, self._count = None, 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner not in (None, me):
            if not blocking:
                return False
            _wait(timeout)
            return False
        self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None

    def locked(self):
        return self._count > 0

    def _is_owned(self):
        return self._owner == get_ident()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def wait(self, timeout=None):
        _wait(timeout)
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result:
            _wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0:
            if not blocking:
                return False
            _wait(timeout)
            return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        self._value += n

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            _wait(timeout)
        return self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self.parties, self._action = parties, action
        self.n_waiting, self.broken = 0, False

    def wait(self, timeout=None):
        if self.parties > 1:
            _wait(None)
        if self._action is not None:
            self._action()
        return 0


_local_values = {}


class local:
    """Attributes that every thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, "_local_args", (args, kwargs))
        _local_values.setdefault(get_ident(), {})[id(self)] = (self, {})
        return self

    def _values(self):
        mine = _local_values.setdefault(get_ident(), {})
        found = mine.get(id(self))
        if found is None or found[0] is not self:
            found = mine[id(self)] = (self, {})
            if type(self).__init__ is not object.__init__:
                args, kwargs = object.__getattribute__(self, "_local_args")
                type(self).__init__(self, *args, **kwargs)
        return found[1]

    def __getattribute__(self, name):
        values = object.__getattribute__(self, "_values")()
        if name == "__dict__":
            return values
        if name in values:
            return values[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        object.__getattribute__(self, "_values")()[name] = value

    def __delattr__(self, name):
        values = object.__getattribute__(self, "_values")()
        if name not in values:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        del values[name]


def _register_atexit(func, *args, **kwargs):
    import atexit

    atexit.register(func, *args, **kwargs)
