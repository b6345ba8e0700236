"""`os` over files in memory: one process, no other programs, no network."""

import abc
import errno
import posixpath as path
import stat as _stat
import sys

import _playground
import _playground_fs as _fs
from posixpath import curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path
altsep = None
linesep = "\n"
name = "posix"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
supports_dir_fd = supports_fd = supports_follow_symlinks = supports_effective_ids = frozenset()

environ = {"HOME": _fs.HOME, "LANG": "C.UTF-8", "PATH": "/usr/bin", "PWD": _fs.HOME, "USER": "user"}

_MESSAGES = {
    errno.ENOENT: "No such file or directory",
    errno.EEXIST: "File exists",
    errno.ENOTDIR: "Not a directory",
    errno.EISDIR: "Is a directory",
    errno.ENOTEMPTY: "Directory not empty",
    errno.EBADF: "Bad file descriptor",
    errno.EINVAL: "Invalid argument",
    errno.EACCES: "Permission denied",
}


def strerror(code):
    return _MESSAGES.get(code, f"Unknown error {code}")


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def urandom(size):
    return bytes(_playground.urandom(size))


def getpid():
    return 1


def getppid():
    return 0


def getuid():
    return 1000


def getlogin():
    return "user"


def cpu_count():
    return 1


process_cpu_count = cpu_count


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, "__fspath__") or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(result).__name__}")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


class stat_result:
    """What `os.stat` tells: the fields that mean something here."""

    def __init__(self, node):
        is_dir = node.data is None
        self.st_mode = (_stat.S_IFDIR | 0o755) if is_dir else (_stat.S_IFREG | 0o644)
        self.st_size = 0 if is_dir else len(node.data)
        self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid = id(node), 1, 1, 1000, 1000
        self.st_atime = self.st_mtime = self.st_ctime = node.mtime
        self.st_atime_ns = self.st_mtime_ns = self.st_ctime_ns = int(node.mtime * 1e9)

    def __getitem__(self, index):
        return (
            self.st_mode, self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid, self.st_size,
            int(self.st_atime), int(self.st_mtime), int(self.st_ctime),
        )[index]


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_fs.get(path))


def lstat(path, *, dir_fd=None):
    return stat(path)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return _fs.resolve(path) in _fs.nodes


def getcwd():
    return _fs.cwd


def chdir(path):
    _fs.get_dir(path)
    _fs.cwd = _fs.resolve(path)


def listdir(path="."):
    return _fs.children(path)


class DirEntry:
    def __init__(self, folder, name):
        self.name, self.path = name, path.join(folder, name)

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return _stat.S_ISDIR(stat(self.path).st_mode)

    def is_file(self, *, follow_symlinks=True):
        return not self.is_dir()

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path="."):
    folder = fspath(path)
    return _Scan([DirEntry(folder, it) for it in _fs.children(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    folders = [it.name for it in entries if it.is_dir()]
    files = [it.name for it in entries if not it.is_dir()]
    if topdown:
        yield top, folders, files
    for folder in folders:
        yield from walk(path.join(top, folder), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    _fs.mkdir(path)


def makedirs(name, mode=0o777, exist_ok=False):
    full = _fs.resolve(name)
    parent = path.dirname(full)
    if parent not in _fs.nodes:
        makedirs(parent, mode, True)
    if not (exist_ok and full in _fs.nodes):
        _fs.mkdir(name)


def remove(path, *, dir_fd=None):
    _fs.remove(path)


unlink = remove


def rmdir(path, *, dir_fd=None):
    _fs.rmdir(path)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _fs.rename(src, dst)


replace = rename


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _fs.get(path)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    _fs.get(path).mtime = times[1] if times else _fs.time.time()


def readlink(path, *, dir_fd=None):
    _fs.get(path)
    raise OSError(errno.EINVAL, strerror(errno.EINVAL), path)


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])


def get_terminal_size(fd=1):
    raise OSError(errno.EBADF, "the playground has no terminal")


def _unsupported(what):
    def function(*args, **kwargs):
        raise NotImplementedError(f"os.{what} is not part of the playground: there are no other programs")

    function.__name__ = what
    return function


system = _unsupported("system")
popen = _unsupported("popen")
fork = _unsupported("fork")
kill = _unsupported("kill")


def _exit(status):
    raise SystemExit(status)


def register_at_fork(**hooks):
    pass
