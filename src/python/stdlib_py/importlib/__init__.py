"""`importlib` for modules that are frozen, native or files of the program."""

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

import sys

import _frozen_importlib as _bootstrap
from _frozen_importlib import __import__


def invalidate_caches():
    pass


def import_module(name, package=None):
    """Import a module; `package` is the anchor of a relative name."""
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        for character in name:
            if character != ".":
                break
            level += 1
    return _bootstrap._gcd_import(name[level:], package, level)


def reload(module):
    """Run a module again in its own namespace."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module") from None
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    spec = module.__spec__ = _bootstrap._find_spec(name, None, module)
    if spec is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    _bootstrap._exec(spec, module)
    return sys.modules[name]
