"""Makes expected_ddl.json: what SQLAlchemy 2.1.9 writes for the tables of ddl.rs."""
import json
import pathlib
import warnings

from sqlalchemy import *
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import *

warnings.simplefilter("ignore")
out = {}


def dump(name, *elements):
    for dname, d in {"sqlite": sqlite.dialect(), "postgresql": postgresql.dialect(), "mysql": mysql.dialect()}.items():
        texts = []
        for e in elements:
            try:
                texts.append(str(e.compile(dialect=d)))
            except Exception as x:
                texts.append(f"{type(x).__name__}: {x.args[0]}")
        out.setdefault(name, {})[dname] = texts


def table(m):
    user = Table(
        "user", m,
        Column("id", Integer, primary_key=True),
        Column("name", String(30), nullable=False, unique=True),
        Column("Nick", Text, index=True),
        Column("active", Boolean, server_default=text("1")),
        Column("score", Float, server_default="1.5"),
        Column("balance", Numeric(10, 2)),
        Column("born", Date),
        Column("at", DateTime, server_default=func.now()),
        Column("tm", Time),
        Column("data", LargeBinary),
        Column("big", BigInteger),
        Column("dbl", Double),
        Column("uid", Uuid),
        Column("js", JSON),
        Column("kind", Enum("a", "bcd", name="kind_enum")),
        Column("total", Integer, Computed("score * 2")),
        CheckConstraint("score > 0"),
    )
    post = Table(
        "post", m,
        Column("id", Integer, primary_key=True),
        Column("user_id", ForeignKey("user.id", ondelete="CASCADE"), nullable=False, index=True),
        Column("parent_id", ForeignKey("post.id")),
        Column("slug", String(20)),
        UniqueConstraint("user_id", "slug"),
        CheckConstraint("length(slug) > 2", name="slug_len"),
    )
    Index("ix_low", func.lower(post.c.slug), post.c.user_id.desc(), unique=True, sqlite_where=post.c.id > 5)
    tag = Table("tag", m, Column("a", Integer, primary_key=True), Column("b", String(5), primary_key=True),
                Column("c", ForeignKey("post.id"), primary_key=True))
    comp = Table("comp", m, Column("id", Integer, primary_key=True), Column("x", Integer), Column("y", String(5)),
                 Column("z", Integer), ForeignKeyConstraint(["x", "y", "z"], ["tag.a", "tag.b", "tag.c"], name="fk_tag"))
    plain = Table("plain", m, Column("x", Integer), Column("y", String(5)))
    auto = Table("auto", m, Column("id", Integer, primary_key=True), sqlite_autoincrement=True)
    return user, post, tag, comp, plain, auto


for label, conv in [("plain", None), ("named", {
    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"})]:
    m = MetaData(naming_convention=conv) if conv else MetaData()
    user, post, tag, comp, plain, auto = table(m) if not conv else (None,) * 6
    if conv:
        user = Table("user", m, Column("id", Integer, primary_key=True), Column("name", String(30), unique=True),
                     Column("nick", String(9), index=True))
        post = Table("post", m, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user.id")),
                     CheckConstraint("id > 2", name="pos"), UniqueConstraint("id", "user_id"))
        dump("named", CreateTable(user), CreateTable(post), *[CreateIndex(i) for i in sorted(user.indexes, key=lambda i: i.name)])
    else:
        for t in (user, post, tag, comp, plain, auto):
            dump("create_" + t.name, CreateTable(t))
        dump("indexes", *[CreateIndex(i) for t in (user, post) for i in sorted(t.indexes, key=lambda i: i.name)])
        dump("drop", DropTable(user), DropTable(post, if_exists=True), CreateTable(plain, if_not_exists=True),
             *[DropIndex(i) for i in sorted(post.indexes, key=lambda i: i.name)])
        dump("sorted", text(" ".join(t.name for t in m.sorted_tables)))
p = pathlib.Path(__file__).with_name("expected_ddl.json")
p.write_text(json.dumps(out, indent=1, sort_keys=True) + "\n")
