"""The machinery of importlib: finders, loaders, suffixes."""

from _frozen_importlib import BuiltinImporter, FrozenImporter, ModuleSpec

SOURCE_SUFFIXES = [".py"]
DEBUG_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES = [".pyc"]
OPTIMIZED_BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process"""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class PathFinder:
    """There is no search path: modules are frozen, native or files of the program."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None

    @staticmethod
    def invalidate_caches():
        pass


class SourceFileLoader:
    """Loads a module from a file of the program's file tree."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def create_module(self, spec):
        return None

    def get_filename(self, fullname=None):
        return self.path

    def get_source(self, fullname=None):
        from _playground_open import open

        with open(self.path) as file:
            return file.read()

    def exec_module(self, module):
        exec(compile(self.get_source(), self.path, "exec", dont_inherit=True), module.__dict__)


class SourcelessFileLoader(SourceFileLoader):
    pass


class ExtensionFileLoader:
    pass


class NamespaceLoader:
    pass
