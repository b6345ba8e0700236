"""What create_all would send to PostgreSQL and MySQL: enum types, comments, sequences, identity, indexes, cyclic keys."""
from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Computed, DateTime, Enum, ForeignKey, Identity, Index, Integer, LargeBinary, MetaData, Numeric, Sequence, String, Table, Text, UniqueConstraint, Uuid, create_mock_engine, func, text

metadata = MetaData()
author = Table(
    "author",
    metadata,
    Column("id", Integer, Identity(start=100), primary_key=True),
    Column("name", String(50), nullable=False, comment="full name"),
    Column("mood", Enum("happy", "sad", name="mood_type"), server_default="happy"),
    Column("joined", DateTime(timezone=True), server_default=func.now()),
    Column("active", Boolean, server_default=text("true"), nullable=False),
    comment="people who write",
)
book = Table(
    "book",
    metadata,
    Column("id", Integer, Sequence("book_seq", start=10), primary_key=True),
    Column("uid", Uuid, unique=True),
    Column("author_id", ForeignKey("author.id", ondelete="CASCADE"), nullable=False),
    Column("title", Text),
    Column("price", Numeric(8, 2), CheckConstraint("price > 0")),
    Column("meta", JSON),
    Column("cover", LargeBinary),
    Column("title_len", Integer, Computed("length(title)")),
    UniqueConstraint("author_id", "price", name="uq_author_price"),
)
Index("ix_lower_price", func.lower(book.c.price), unique=True)
for url in "postgresql://", "mysql://":
    print("=====", url)
    engine = create_mock_engine(url, lambda sql, *args, **kw: print(str(sql.compile(dialect=engine.dialect)).strip()))
    for label, call in [("create", lambda: metadata.create_all(engine, checkfirst=False)), ("drop", lambda: metadata.drop_all(engine, checkfirst=False)), ("one", lambda: author.create(engine, checkfirst=False))]:
        print("--", label)
        try:
            call()
        except Exception as exc:
            print(type(exc).__name__, exc)
