"""any() and all() of arrays, and autoescape that is no boolean: what they warn of."""

import warnings
from sqlalchemy import *
from sqlalchemy.dialects.postgresql import All, Any

arr, x = column("arr", ARRAY(Integer)), column("x", String)


def show(f):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
        for it in seen:
            print("  ", it.category.__name__, it.message)


show(lambda: arr.any(5))
show(lambda: arr.all(5))
show(lambda: Any(5, arr))
show(lambda: All(5, arr))
for name in ("startswith", "istartswith", "endswith", "iendswith", "contains", "icontains"):
    for value in (True, False, 0, 1, "x", None):
        show(lambda: getattr(x, name)("q%", autoescape=value))
show(lambda: x.contains(column("y"), autoescape=2))
