"""Syntax extensions of a program's own (SyntaxExtension, ext()) and MySQL's limit() of UPDATE and DELETE."""
import re

from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, column, create_engine, delete, func, insert, literal_column, select, text, update
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import ClauseElement, SyntaxExtension, visitors
from sqlalchemy.sql import coercions, roles

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(5)))


def show(title, make, dialect=None):
    try:
        compiled = make().compile(dialect=dialect)
        print(title, "->", str(compiled).replace("\n", "/"), compiled.params)
    except Exception as error:
        print(title, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


class Extension(SyntaxExtension, ClauseElement):
    _traverse_internals = [("predicate", visitors.InternalTraversal.dp_clauseelement)]

    def __init__(self, predicate, position="post_criteria", replacing=True):
        self.predicate = coercions.expect(roles.WhereHavingRole, predicate)
        self.position, self.replacing = position, replacing

    def put(self, statement):
        how = self.append_replacing_same_type if self.replacing else lambda existing: [*existing, self]
        statement.apply_syntax_extension_point(how, self.position)

    apply_to_select = apply_to_insert = put

    def apply_to_update(self, update_stmt):
        self.put(update_stmt)


@compiles(Extension)
def write(element, compiler, **kw):
    return f"QUALIFY {compiler.process(element.predicate, **kw)}"


class Nothing(SyntaxExtension, ClauseElement):
    pass


for position in ("post_select", "pre_columns", "post_criteria", "post_body", "post_values", "elsewhere"):
    full = select(t.c.id, t.c.a).prefix_with("P").suffix_with("S").distinct().where(t.c.a == 1).group_by(t.c.a).having(t.c.id == 2).order_by(t.c.s).limit(3).with_for_update().with_statement_hint("H")
    show(position, lambda: full.ext(Extension(t.c.a > 5, position)))
    show(position + " sub", lambda: select(full.ext(Extension(t.c.a > 5, position)).subquery()))
    show(position + " insert", lambda: insert(t).values(a=1).returning(t.c.id).ext(Extension(t.c.a > 5, position)))
    show(position + " update", lambda: update(t).values(a=1).where(t.c.id == 4).returning(t.c.id).ext(Extension(t.c.a > 5, position)))
    show(position + " delete", lambda: delete(t).where(t.c.id == 4).ext(Extension(t.c.a > 5, position)))
show("twice", lambda: select(t.c.id).ext(Extension(t.c.a > 5)).ext(Extension(t.c.a > 6)))
show("both", lambda: select(t.c.id).ext(Extension(t.c.a > 5)).ext(Extension(t.c.a > 6, replacing=False)))
show("nothing select", lambda: select(t.c.id).ext(Nothing()))
show("nothing insert", lambda: insert(t).ext(Nothing()))
show("nothing update", lambda: update(t).ext(Nothing()))
show("nothing delete", lambda: delete(t).ext(Nothing()))
show("a string", lambda: select(t.c.id).ext("x"))
show("a column", lambda: select(t.c.id).ext(t.c.id))
show("None", lambda: delete(t).ext(None))
show("a union", lambda: select(t.c.id).union(select(t.c.id)).ext(Nothing()))
stmt = select(t.c.id)
print(stmt.ext(Extension(t.c.a > 1)) is stmt, str(stmt) == str(select(t.c.id)))
my = mysql.dialect()
for name, dialect in (("mysql", my), ("sqlite", sqlite.dialect()), ("postgresql", postgresql.dialect()), ("default", None)):
    show(name + " update", lambda: update(t).values(a=1).where(t.c.id == 4).ext(mysql.limit(5)), dialect)
    show(name + " delete", lambda: delete(t).where(t.c.id == 4).ext(mysql.limit(5)), dialect)
    show(name + " both limits", lambda: delete(t).with_dialect_options(mysql_limit=3).ext(mysql.limit(5)), dialect)
    show(name + " alone", lambda: mysql.limit(4), dialect)
show("replaced", lambda: delete(t).ext(mysql.limit(5)).ext(mysql.limit(6)), my)
show("expression", lambda: delete(t).ext(mysql.limit(literal_column("3") + 1)), my)
show("bind", lambda: delete(t).ext(mysql.limit(bindparam("n"))), my)
show("text", lambda: delete(t).ext(mysql.limit(text("7"))), my)
show("a word", lambda: delete(t).ext(mysql.limit("x")), my)
show("none", lambda: delete(t).ext(mysql.limit(None)), my)
show("a select", lambda: select(t).ext(mysql.limit(1)), my)
show("an insert", lambda: insert(t).ext(mysql.limit(1)), my)
print(delete(t).ext(mysql.limit(5)).compile(dialect=my, compile_kwargs={"literal_binds": True}))
print(delete(t).ext(mysql.limit(5)).compile(dialect=my, compile_kwargs={"render_postcompile": True}))
print(isinstance(mysql.limit(1), SyntaxExtension), type(mysql.limit(1)).__name__, type(postgresql.distinct_on(t.c.a)).__mro__[1].__name__)
show("distinct_on", lambda: select(t.c.id).ext(postgresql.distinct_on(t.c.a)), postgresql.dialect())
show("distinct_on twice", lambda: select(t.c.id).ext(postgresql.distinct_on(t.c.a)).ext(postgresql.distinct_on(t.c.s)), postgresql.dialect())
for name, dialect in (("default", None), ("sqlite", sqlite.dialect()), ("mysql", my)):
    show(name + " distinct_on", lambda: select(t.c.a).distinct().ext(postgresql.distinct_on("a")), dialect)
    show(name + " distinct_on nothing", lambda: select(t.c.a.label("q")).ext(postgresql.distinct_on()), dialect)
    show(name + " distinct_on a label", lambda: select(t.c.a.label("q")).ext(postgresql.distinct_on("q")), dialect)
    show(name + " distinct_on unknown", lambda: select(t.c.a).ext(postgresql.distinct_on("zz")), dialect)
    show(name + " distinct_on a number", lambda: select(t.c.a).ext(postgresql.distinct_on(5)), dialect)
    show(name + " distinct_on subquery", lambda: select(select(t.c.a).ext(postgresql.distinct_on(t.c.s)).subquery()), dialect)
show("distinct_on insert", lambda: insert(t).ext(postgresql.distinct_on(t.c.a)), postgresql.dialect())
engine = create_engine("sqlite://", echo=True)
with engine.begin() as connection:
    t.metadata.create_all(connection)
    connection.execute(insert(t), [{"a": 1}, {"a": 2}])

    class Tail(SyntaxExtension, ClauseElement):
        inherit_cache = False

        def __init__(self, count):
            self.count = count

        def apply_to_select(self, select_stmt):
            select_stmt.apply_syntax_extension_point(self.append_replacing_same_type, "post_body")

    @compiles(Tail)
    def tail(element, compiler, **kw):
        return f"LIMIT {element.count}"

    print(connection.execute(select(t.c.a).order_by(t.c.a).ext(Tail(1))).all())
    print(connection.execute(select(t.c.a).order_by(t.c.a).ext(Tail(2))).all())

    class Above(SyntaxExtension, ClauseElement):
        _traverse_internals = [("criterion", visitors.InternalTraversal.dp_clauseelement), ("word", visitors.InternalTraversal.dp_string)]

        def __init__(self, criterion, word):
            self.criterion, self.word = criterion, word

        def apply_to_select(self, select_stmt):
            select_stmt.apply_syntax_extension_point(self.append_replacing_same_type, "post_criteria")

    @compiles(Above)
    def above(element, compiler, **kw):
        return f"{element.word} {compiler.process(element.criterion, **kw)}"

    for value, word in ((1, "WHERE"), (0, "WHERE"), (1, "where")):
        print(connection.execute(select(t.c.a).ext(Above(t.c.a > value, word))).all())

    class Silent(SyntaxExtension, ClauseElement):
        def apply_to_select(self, select_stmt):
            select_stmt.apply_syntax_extension_point(lambda existing: [*existing, text("LIMIT 1")], "post_body")

    print(connection.execute(select(t.c.a).ext(Silent())).all())
