"""Abstract base classes of importlib."""

import abc


class Loader(metaclass=abc.ABCMeta):
    """Abstract base class for import loaders."""

    def create_module(self, spec):
        return None


class Finder(metaclass=abc.ABCMeta):
    """Abstract base class for finders."""


class MetaPathFinder(Finder):
    def invalidate_caches(self):
        pass


class PathEntryFinder(Finder):
    def invalidate_caches(self):
        pass


class InspectLoader(Loader):
    def get_source(self, fullname):
        raise ImportError


class SourceLoader(InspectLoader):
    pass
