"""Resets what loaded standard-library modules remember, between two programs."""

import sys


def forget_code(names):
    """Frozen modules of these names are not found any more: the page's build drops their code."""
    import _imp
    find, gone = _imp.find_frozen, frozenset(names)
    _imp.find_frozen = lambda name, *args, **kw: None if name in gone else find(name, *args, **kw)


def hide_builtins(names):
    """Built-in modules of these names are not found any more: their code is not in the download."""
    import _imp
    is_builtin, gone = _imp.is_builtin, frozenset(names)
    _imp.is_builtin = lambda name: 0 if name in gone else is_builtin(name)


def reset():
    modules = sys.modules
    files = modules.get("_playground_fs")
    if files is not None:
        files.reset()
        import _sqlalchemy

        files.add_databases(_sqlalchemy.database_files())
    linecache = modules.get("linecache")
    if linecache is not None:
        linecache.clearcache()
    warnings = modules.get("warnings")
    if warnings is not None:
        warnings.resetwarnings()
        for action, category in _DEFAULT_FILTERS:
            warnings.simplefilter(action, category=category, append=True)
        warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
        warnings.onceregistry.clear()
        warnings.showwarning, warnings.formatwarning = warnings._showwarning_orig, warnings._formatwarning_orig
    decimal = modules.get("decimal")
    if decimal is not None:
        decimal.setcontext(decimal.DefaultContext.copy())
    random = modules.get("random")
    if random is not None:
        random.seed()
    logging = modules.get("logging")
    if logging is not None:
        _reset_logging(logging)


_DEFAULT_FILTERS = [
    ("ignore", DeprecationWarning),
    ("ignore", PendingDeprecationWarning),
    ("ignore", ImportWarning),
    ("ignore", ResourceWarning),
]


def _reset_logging(logging):
    logging.disable(logging.NOTSET)
    root = logging.root
    loggers = [it for it in root.manager.loggerDict.values() if isinstance(it, logging.Logger)]
    for logger in [root, *loggers]:
        logger.handlers.clear()
        logger.filters.clear()
        logger.setLevel(logging.NOTSET)
        logger.propagate = True
        logger.disabled = False
    root.setLevel(logging.WARNING)
