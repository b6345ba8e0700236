"""The files a program may write: a tree in memory that lives as long as one run.

`os`, `io.open`, `pathlib` and `tempfile` work on it. There is one user and there are no permissions.
"""

import errno
import posixpath
import time

ROOT = "/"
HOME = "/home"


class Node:
    """A file (`data` is bytes) or a directory (`data` is None)."""

    __slots__ = ("data", "mtime")

    def __init__(self, data):
        self.data = data
        self.mtime = time.time()

    def removed(self):
        """The tree has lost it."""


class DatabaseNode(Node):
    """A database: its bytes are SQLite's, and outlive the run."""

    __slots__ = ("path",)

    def __init__(self, path):
        self.path = path
        self.mtime = time.time()

    @property
    def data(self):
        import _sqlalchemy
        return _sqlalchemy.database_file_read(self.path) or b""

    @data.setter
    def data(self, data):
        import _sqlalchemy
        _sqlalchemy.database_file_write(self.path, data)

    def removed(self):
        import _sqlalchemy
        _sqlalchemy.database_file_remove(self.path)


nodes = {}
cwd = HOME


def reset():
    global cwd
    nodes.clear()
    for path in (ROOT, HOME, "/tmp"):
        nodes[path] = Node(None)
    cwd = HOME


def add_databases(paths):
    """Databases that earlier runs left, with the folders they are in."""
    for path in paths:
        folder = posixpath.dirname(path)
        while folder not in nodes:
            nodes[folder] = Node(None)
            folder = posixpath.dirname(folder)
        nodes[path] = DatabaseNode(path)


def add_file(path, data):
    """A file that the reader gave to the program."""
    nodes[path] = Node(data)


def open_database(name):
    """The path of a database that SQLite may open or make; None where it cannot be."""
    path = resolve(name)
    folder = nodes.get(posixpath.dirname(path))
    if folder is None or folder.data is not None:
        return None
    node = nodes.get(path)
    if not isinstance(node, DatabaseNode):
        data = b"" if node is None else node.data
        if data is None:
            return None
        node = nodes[path] = DatabaseNode(path)
        if data:
            node.data = data
    return path


def resolve(path):
    if hasattr(path, "__fspath__"):
        path = path.__fspath__()
    if isinstance(path, bytes):
        path = path.decode()
    if not isinstance(path, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return posixpath.normpath(posixpath.join(cwd, path)).replace("//", "/")


def fail(kind, code, path):
    import os

    raise kind(code, os.strerror(code), path)


def get(path):
    node = nodes.get(resolve(path))
    if node is None:
        fail(FileNotFoundError, errno.ENOENT, path)
    return node


def get_dir(path):
    node = get(path)
    if node.data is not None:
        fail(NotADirectoryError, errno.ENOTDIR, path)
    return node


def parent_of(path):
    full = resolve(path)
    node = nodes.get(posixpath.dirname(full))
    if node is None:
        fail(FileNotFoundError, errno.ENOENT, path)
    if node.data is not None:
        fail(NotADirectoryError, errno.ENOTDIR, path)
    return full


def children(path):
    get_dir(path)
    full = resolve(path)
    prefix = full if full == ROOT else full + "/"
    return sorted(
        it[len(prefix):] for it in nodes if it != ROOT and it.startswith(prefix) and "/" not in it[len(prefix):]
    )


def mkdir(path):
    full = parent_of(path)
    if full in nodes:
        fail(FileExistsError, errno.EEXIST, path)
    nodes[full] = Node(None)


def remove(path):
    if get(path).data is None:
        fail(IsADirectoryError, errno.EISDIR, path)
    nodes.pop(resolve(path)).removed()


def rmdir(path):
    if children(path):
        fail(OSError, errno.ENOTEMPTY, path)
    del nodes[resolve(path)]


def rename(source, target):
    get(source)
    old, new = resolve(source), parent_of(target)
    for path in [it for it in nodes if it == old or it.startswith(old + "/")]:
        node = nodes.pop(path)
        if isinstance(node, DatabaseNode):
            data = node.data
            node.removed()
            node = Node(data)
        nodes[new + path[len(old):]] = node


def rmtree(path):
    get_dir(path)
    full = resolve(path)
    for it in [it for it in nodes if it == full or it.startswith(full + "/")]:
        nodes.pop(it).removed()


reset()
