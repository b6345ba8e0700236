"""Paths of Windows, which `pathlib` knows of: here all paths are those of POSIX."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'ntpath' has no attribute '{name}'")
    raise NotImplementedError(f"ntpath.{name} is not part of the playground: its paths are those of POSIX")
