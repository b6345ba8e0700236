"""The engine's log lines in Python's `logging`. Asked only after the program imported that."""


def _is_enabled(name, level):
    import logging
    return logging.getLogger(name).isEnabledFor(level)


def _emit(name, level, message, echoed, bare):
    """One line. `echoed`: `echo=` asked for it; `bare`: whoever records listens to two loggers as well."""
    import logging
    logger = logging.getLogger(name)
    if bare and _reaches(logger, ("sqlalchemy.engine.Engine", "sqlalchemy.pool")):
        import sys
        sys.stdout.write(message + "\n")
    if not echoed:
        logger.log(level, message)
    elif logger.manager.disable < level:
        if not logger.handlers and not bare:
            _add_default_handler(logger)
        logger._log(level, message, ())


def _reaches(logger, names):
    while logger is not None:
        if logger.name in names:
            return True
        logger = logger.parent if logger.propagate else None
    return False


def _add_default_handler(logger):
    import logging
    import sys
    root = logging.getLogger("sqlalchemy")
    if root.level == logging.NOTSET:
        root.setLevel(logging.WARN)
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)


def _thread():
    import threading
    current = threading.current_thread()
    return 0 if current is threading.main_thread() else current.ident


def _traceback():
    """The program's stack, without our own frames."""
    import traceback
    stack = [line for line in traceback.format_stack() if "sqlalchemy" not in line.partition(",")[0]]
    return "".join(stack)
