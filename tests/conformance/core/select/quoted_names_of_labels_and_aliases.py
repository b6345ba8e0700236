"""quoted_name() as the name of labels, aliases, CTEs and their kin."""

from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    String,
    Table,
    column,
    create_engine,
    func,
    literal_column,
    select,
    table,
    values,
    LABEL_STYLE_TABLENAME_PLUS_COL,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, mapped_column
from sqlalchemy.sql import quoted_name

t = Table("t", MetaData(), Column("a", Integer), Column("b", Integer))
for quote in (True, False):
    for text in ("abc", "Abc", "select"):
        name = quoted_name(text, quote)
        print("#", quote, text)
        label = t.c.a.label(name)
        print(type(label.name).__name__, label.name.quote)
        print(select(label).order_by(name))
        print(select(label).group_by(label))
        print(select(select(label).subquery()))
        print(select(label).union(select(t.c.b)).order_by(name))
        print(select(t.alias(name)))
        print(select(t.alias(name)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
        print(select(select(t).cte(name)))
        print(select(select(t.c.a).cte(name, recursive=True)))
        print(select(select(t).subquery(name)))
        print(select(select(t.c.a).lateral(name)))
        print(select(t.tablesample(5, name=name)))
        print(select(values(column("x", Integer), name=name).data([(1,)])))
        print(select(func.f(t.c.a).table_valued("x", name=name)))
        print(select(func.f(t.c.a).table_valued(name).render_derived(name=name)))
        print(select(func.f(t.c.a).alias(name).column))
        print(select(func.max(t.c.a).label(name)).scalar_subquery().label(name))
        print(select(literal_column("1").label(name)), select(table(name, column(name))))
        print(select(label).compile(dialect=mysql.dialect()))


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


print(select(aliased(User, name=quoted_name("u", True))))

engine = create_engine("sqlite://")
with engine.connect() as conn:
    t.metadata.create_all(conn)
    conn.execute(t.insert(), {"a": 1, "b": 2})
    other = t.alias(quoted_name("other", True))
    result = conn.execute(select(t.c.a.label(quoted_name("first", True)), other.c.b))
    print(list(result.keys()))
    row = result.one()
    print(row.first, row._mapping["first"], row._mapping[other.c.b])
