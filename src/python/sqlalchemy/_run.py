"""What modules remember of a program is forgotten between two runs: the modules stay."""

_forgetting = []


def remembers(*collections):
    """Collections that are empty before a program runs."""
    _forgetting.extend(it.clear for it in collections)


def at_reset(fn):
    _forgetting.append(fn)
    return fn


def reset():
    for forget in _forgetting:
        forget()
