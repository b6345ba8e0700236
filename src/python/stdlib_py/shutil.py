"""The part of `shutil` that makes sense for files in memory."""

import os

import _playground_fs as _fs


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    try:
        _fs.rmtree(path)
    except OSError:
        if not ignore_errors:
            raise


def copyfile(src, dst, *, follow_symlinks=True):
    source = _fs.get(src)
    if source.data is None:
        _fs.fail(IsADirectoryError, _fs.errno.EISDIR, src)
    _fs.nodes[_fs.parent_of(dst)] = _fs.Node(source.data)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def move(src, dst, copy_function=copy2):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    os.rename(src, dst)
    return dst


def get_terminal_size(fallback=(80, 24)):
    columns = os.environ.get("COLUMNS", "")
    return os.terminal_size((int(columns) if columns.isdigit() else fallback[0], fallback[1]))


def which(cmd, mode=1, path=None):
    return None
