"""Own functions built on ReturnTypeFromArgs, AnsiFunction, GenericFunction with a type from the arguments, and register_function."""
from sqlalchemy import DateTime, Column, Integer, MetaData, Numeric, String, Table, func, select
from sqlalchemy.sql import functions
from sqlalchemy.sql.functions import AnsiFunction, FunctionElement, GenericFunction, ReturnTypeFromArgs, ScalarFunctionColumn, register_function

t = Table("t", MetaData(), Column("a", Integer), Column("n", Numeric(8, 2)), Column("s", String(10)))


class biggest(ReturnTypeFromArgs):
    inherit_cache = True


class today(AnsiFunction):
    type = DateTime()
    inherit_cache = True


class first(GenericFunction):
    inherit_cache = True

    def __init__(self, *args, **kw):
        kw.setdefault("type_", args[0].type)
        super().__init__(*args, **kw)


class hidden(GenericFunction):
    _register = False
    type = Integer()
    inherit_cache = True


register_function("shown", hidden)
register_function("shown", hidden, package="p")
for source in ["func.biggest(t.c.s, 'x')", "func.biggest(1, t.c.a)", "biggest(t.c.n) + 1", "func.today()", "today()", "func.first(t.c.n, t.c.s)", "func.first(t.c.s) + 'x'", "func.hidden(1)", "hidden(1)", "func.shown(1)", "func.p.shown(2)", "issubclass(functions.max, ReturnTypeFromArgs)", "issubclass(functions.now, AnsiFunction)", "issubclass(functions.count, GenericFunction)", "isinstance(func.f(), FunctionElement)",
               "functions.rank().type", "functions.sum(t.c.n).type", "functions.max(t.c.s) + 'x'", "functions.array_agg(t.c.a).type", "functions.next_value", "select(func.today(), func.biggest(t.c.s), func.first(t.c.n))", "func.biggest(t.c.n).filter(t.c.a > 1)", "func.first(5)"]:
    try:
        e = eval(source)
        print(source, "->", type(e).__name__, repr(getattr(e, "type", None)), str(e)[:80])
    except Exception as error:
        print(source, "!!", type(error).__name__, error)
