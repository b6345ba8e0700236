"""PostgreSQL's BIT with its operators"""

from sqlalchemy import *
from sqlalchemy.dialects import postgresql as pg

c = column("c", pg.BIT(4))
d = column("d", pg.BIT(varying=True))
for f in (
    lambda: c & d,
    lambda: c | d,
    lambda: ~c,
    lambda: c << 2,
    lambda: c >> 2,
    lambda: c.bitwise_xor(d),
    lambda: c == pg.BitString("1010"),
    lambda: c & "1100",
    lambda: c + d,
    lambda: c & 5,
):
    try:
        e = f()
        print(e.compile(dialect=pg.dialect()), e.compile(dialect=pg.dialect()).params, e.type)
    except Exception as x:
        print(type(x).__name__, x)
