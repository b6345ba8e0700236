"""Utility code for constructing importers, etc."""

import sys

from _frozen_importlib import ModuleSpec, _find_spec, module_from_spec, spec_from_loader


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name[level:]}" if name[level:] else bits[0]


def find_spec(name, package=None):
    """The spec of a module, or None if there is none."""
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        return None if module is None else module.__spec__
    parent = fullname.rpartition(".")[0]
    path = __import__(parent, fromlist=["__path__"]).__path__ if parent else None
    try:
        return _find_spec(fullname, path)
    except ModuleNotFoundError:
        return None


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    from importlib.machinery import SourceFileLoader

    import os

    location = os.fspath(location)
    spec = ModuleSpec(name, loader or SourceFileLoader(name, location), origin=location)
    spec.has_location = True
    return spec
