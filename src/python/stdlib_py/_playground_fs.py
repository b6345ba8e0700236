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


nodes = {}
cwd = HOME


def reset():
    global cwd
    nodes.clear()
    for path in (ROOT, HOME, "/tmp"):
        nodes[path] = Node(None)
    cwd = HOME


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
    del nodes[resolve(path)]


def rmdir(path):
    if children(path):
        fail(OSError, errno.ENOTEMPTY, path)
    del nodes[resolve(path)]


def rename(source, target):
    get(source)
    old, new = resolve(source), parent_of(target)
    for path in [it for it in nodes if it == old or it.startswith(old + "/")]:
        nodes[new + path[len(old):]] = nodes.pop(path)


def rmtree(path):
    get_dir(path)
    full = resolve(path)
    for it in [it for it in nodes if it == full or it.startswith(full + "/")]:
        del nodes[it]


reset()
