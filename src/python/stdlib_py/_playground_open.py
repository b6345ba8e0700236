"""`open()` over the program's files in memory."""

import errno
import io

import _playground_fs as fs


class _Writes:
    """Puts what was written into the tree when the file is flushed or closed."""

    def _store(self, data):
        if self._node is not None:
            self._node.data = data
            self._node.mtime = fs.time.time()


class BinaryFile(io.BytesIO, _Writes):
    def __init__(self, data, node, path, mode):
        super().__init__(data)
        self._node, self.name, self.mode = node, path, mode
        if "a" in mode:
            self.seek(0, 2)

    def readable(self):
        return "r" in self.mode or "+" in self.mode

    def writable(self):
        return self._node is not None

    def write(self, data):
        if self._node is None:
            raise io.UnsupportedOperation("write")
        return super().write(data)

    def flush(self):
        if not self.closed:
            self._store(self.getvalue())

    def close(self):
        self.flush()
        super().close()

    def __exit__(self, *args):
        self.close()


class TextFile(io.StringIO, _Writes):
    def __init__(self, data, node, path, mode, encoding, newline):
        super().__init__(data.decode(encoding), newline)
        self._node, self.name, self.mode, self._encoding = node, path, mode, encoding
        if "a" in mode:
            self.seek(0, 2)

    @property
    def encoding(self):
        return self._encoding

    def readable(self):
        return "r" in self.mode or "+" in self.mode

    def writable(self):
        return self._node is not None

    def read(self, size=-1):
        if not self.readable():
            raise io.UnsupportedOperation("not readable")
        return super().read(size)

    def write(self, text):
        if self._node is None:
            raise io.UnsupportedOperation("not writable")
        return super().write(text)

    def flush(self):
        if not self.closed:
            self._store(self.getvalue().encode(self._encoding))

    def close(self):
        self.flush()
        super().close()

    def __exit__(self, *args):
        self.close()


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if isinstance(file, int):
        fs.fail(OSError, errno.EBADF, file)
    kind = mode.replace("b", "").replace("t", "").replace("+", "")
    if kind not in ("r", "w", "a", "x") or set(mode) - set("rwaxbt+"):
        raise ValueError(f"invalid mode: {mode!r}")
    path = fs.resolve(file)
    node = fs.nodes.get(path)
    if kind == "r":
        node = fs.get(file)
    elif kind == "x" and node is not None:
        fs.fail(FileExistsError, errno.EEXIST, file)
    if node is None:
        node = fs.nodes[fs.parent_of(file)] = fs.Node(b"")
    if node.data is None:
        fs.fail(IsADirectoryError, errno.EISDIR, file)
    if kind == "w":
        node.data = b""
    target = node if kind != "r" or "+" in mode else None
    name = file.__fspath__() if hasattr(file, "__fspath__") else file
    if "b" in mode:
        return BinaryFile(node.data, target, name, mode)
    if encoding in (None, "locale"):
        encoding = "utf-8"
    return TextFile(node.data, target, name, mode, encoding, newline)
