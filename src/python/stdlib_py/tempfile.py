"""`tempfile` over files in memory."""

import itertools
import os

import _playground_fs as _fs
from _playground_open import open as _open

tempdir = None
template = "tmp"
_numbers = itertools.count(1)


def gettempdir():
    return tempdir or "/tmp"


def gettempprefix():
    return template


def _name(suffix, prefix, folder):
    folder = os.fspath(folder) if folder is not None else gettempdir()
    while True:
        path = os.path.join(folder, f"{template if prefix is None else prefix}{next(_numbers):08x}{suffix or ''}")
        if not os.path.exists(path):
            return path


def mktemp(suffix="", prefix=template, dir=None):
    return _name(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(suffix, prefix, dir)
    os.mkdir(path)
    return path


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.isdir(self.name):
            _fs.rmtree(self.name)


class _NamedFile:
    """A file that removes itself when it is closed."""

    def __init__(self, file, name, delete):
        self.file, self.name, self._delete = file, name, delete

    def __getattr__(self, attribute):
        return getattr(self.file, attribute)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self.file.close()
        if self._delete and os.path.exists(self.name):
            os.remove(self.name)


def NamedTemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True,
    *, errors=None, delete_on_close=True,
):
    path = _name(suffix, prefix, dir)
    return _NamedFile(_open(path, mode, encoding=encoding, newline=newline), path, delete)


TemporaryFile = NamedTemporaryFile
