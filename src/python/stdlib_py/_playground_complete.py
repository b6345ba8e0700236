"""What could stand at the end of a console's line."""

import builtins
import keyword


def complete(text, scope):
    """Whole words, in order; attributes are found without running code of the program."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] in "_."):
        start -= 1
    head, dot, prefix = text[start:].rpartition(".")
    if not dot:
        words = set(scope) | set(dir(builtins)) | set(keyword.kwlist)
        return _fitting(words, prefix) if prefix else []
    names = head.split(".")
    if names[0] in scope:
        owner = scope[names[0]]
    elif hasattr(builtins, names[0]):
        owner = getattr(builtins, names[0])
    else:
        return []
    for name in names[1:]:
        # Reading an attribute of an instance could load it.
        own = getattr(owner, "__dict__", {})
        if name not in own:
            return []
        owner = own[name]
    return _fitting(dir(owner), prefix)


def _fitting(words, prefix):
    shows_private = prefix.startswith("_")
    return sorted(it for it in words if it.startswith(prefix) and (shows_private or not it.startswith("_")))[:200]
