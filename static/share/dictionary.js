// The preset dictionary of links in format `a`: what SQLAlchemy programs are made of. Used by share.js.
//
// PUBLISHED LINKS DEPEND ON EVERY CHARACTER OF IT. It may never change: a better one is a new letter
// with a dictionary of its own, beside this one. tools/tests/share.test.mjs holds its digest.
//
// Deflate spends fewer bits on what stands nearer to the program: the least useful comes first.

const PROGRAM = String.raw`
January February March April June July September October November December Monday Berlin London Paris Vienna
Smith Jones Anna Maria Peter Grace Linus Frank Carol Dave Eve Bob Max Kim
first_name last_name username password address city country phone street company department description content message category status score rating amount balance currency quantity invoice payment account employee student course teacher library author publisher review language movie actor album artist track playlist recipe ingredient team player game project task event ticket venue blog article comment
import asyncio
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
import logging
import random
import time
import uuid
from sqlalchemy import CheckConstraint, Index, UniqueConstraint, ForeignKeyConstraint, PrimaryKeyConstraint, Sequence, Computed, Identity, MetaData, inspect, event
from sqlalchemy import BigInteger, LargeBinary, SmallInteger, Interval, Enum, JSON, Uuid, Unicode, Time, TypeDecorator
from sqlalchemy import distinct, except_, extract, intersect, lateral, tuple_, type_coerce, within_group, collate, between, nulls_last, nullslast
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, insert
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DetachedInstanceError, InvalidRequestError, MissingGreenlet, MultipleResultsFound, OperationalError, PendingRollbackError, SQLAlchemyError, StatementError, StaleDataError
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm.collections import attribute_keyed_dict
from sqlalchemy.pool import NullPool, QueuePool, StaticPool
from sqlalchemy.schema import CreateTable
from alembic import command, op
from alembic.config import Config
revision = down_revision = None
def upgrade():
    op.create_table("
    with op.batch_alter_table("") as batch_op:
        batch_op.add_column(sa.Column("
        batch_op.drop_column("
def downgrade():
    op.drop_table("
import sqlalchemy as sa
from sqlalchemy import orm
from __future__ import annotations
async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as conn:
        await conn.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        result = await session.execute(stmt)
        await session.commit()
    await engine.dispose()
asyncio.run(main())
class TimestampMixin:
    @declared_attr
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(default=datetime.now, onupdate=func.now())
class Status(enum.Enum):
    ACTIVE = "active"
    version_id: Mapped[int] = mapped_column(nullable=False)
    __mapper_args__ = {"version_id_col": version_id, "eager_defaults": True}
    __table_args__ = (UniqueConstraint("name", "user_id", name="uq_"), CheckConstraint("price > 0"), Index("ix_", "name", unique=True), {"sqlite_autoincrement": True})
    type_annotation_map = {dict[str, Any]: JSON, datetime: DateTime(timezone=True), str: String(50)}
    metadata = MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"})
class Employee(Base):
    type: Mapped[str]
    kind: Mapped[str] = mapped_column(String(20))
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id", ondelete="SET NULL"), index=True)
    manager: Mapped[Optional["Employee"]] = relationship(back_populates="reports", remote_side=[id])
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "employee", "with_polymorphic": "*", "polymorphic_load": "selectin"}
class Manager(Employee):
    id: Mapped[int] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "manager", "concrete": True}
class Engineer(Employee):
    salary: Mapped[Decimal] = mapped_column(Numeric(10, 2), use_existing_column=True)
class Node(Base):
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("node.id"))
    parent: Mapped["Node | None"] = relationship(back_populates="children", remote_side="Node.id")
    children: Mapped[list["Child"]] = relationship(back_populates="parent", cascade="all", passive_deletes=True, single_parent=True, uselist=False, viewonly=True, overlaps="parent", foreign_keys=[author_id], primaryjoin="and_(User.id == Address.user_id, ", secondaryjoin=lambda: , lazy="selectin", lazy="joined", lazy="raise", lazy="dynamic", lazy="write_only", lazy="noload", lazy="subquery", lazy="immediate", lazy="select")
    @hybrid_property
    @property
    @classmethod
    @staticmethod
    def full_name(self) -> str:
        return self.first_name + " " + self.last_name
    @full_name.expression
    @validates("email")
    def validate_email(self, key, value):
        if value is None or "@" not in value:
            raise ValueError("
        return value
@event.listens_for(Engine, "connect")
def set_sqlite_pragma(dbapi_connection, connection_record):
    cursor.execute("PRAGMA foreign_keys=ON")
@event.listens_for(engine, "before_cursor_execute")
def before_cursor_execute(conn, cursor, statement, parameters, context, executemany):
@event.listens_for(Session, "before_flush")
@event.listens_for(Session, "after_flush")
@event.listens_for(Session, "do_orm_execute")
def before_flush(session, flush_context, instances):
    for obj in session.new | session.dirty | session.deleted:
        if isinstance(obj, 
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    def __init__(self, name: str, **kwargs) -> None:
        super().__init__(
        self.name = name
        self.session = session
stmt = text("SELECT * FROM WHERE id = :id").bindparams(id=1)
conn.exec_driver_sql("
    values(name=bindparam("
cte = select().group_by().having(func.count() > 1).cte("cte", recursive=True).union_all(
case((User.id == 1, "one"), else_="other")
func.row_number().over(partition_by=, order_by=).label("rank")
select(Node).where(exists().where(.correlate(.scalar_subquery().label("
stmt.with_for_update(skip_locked=True).execution_options(yield_per=100, populate_existing=True, synchronize_session="fetch", stream_results=True, isolation_level="AUTOCOMMIT", autoflush=False, schema_translate_map=
session.connection().execute(
for partition in session.scalars(stmt).partitions(
session.bulk_save_objects(session.bulk_insert_mappings(session.query(User).filter_by(name="").filter(User.name.like("%")).all().first().count()
Session = sessionmaker(bind=engine, autoflush=False, expire_on_commit=False)
engine = create_engine("sqlite:///:memory:", echo=True, future=True, pool_size=5, max_overflow=10, poolclass=StaticPool, connect_args={"check_same_thread": False})
session.merge(session.expunge_all(session.expunge(session.refresh(session.expire(session.expire_all(session.close(session.expire_on_commit
with session.no_autoflush:
session.begin_nested() as savepoint:
inspect(obj).attrs.name.history
inspector.get_table_names(
object_session(
mapper.relationships
.is_(None).is_not(None).in_([]).not_in(.between(.contains(.startswith(.endswith(.ilike("%").asc().desc().nulls_last().distinct().offset(10).label("total")).any(.has(.of_type(.and_(.outerjoin(.join_from(.select_from(.add_columns(.with_only_columns(.subquery().returning(.on_conflict_do_update(index_elements=[""], set_={.on_conflict_do_nothing()
.partitions(.yield_per(.mappings().tuples().columns(.scalar_one_or_none().scalar_one().one_or_none().unique().all()
func.sum(func.max(func.min(func.avg(func.coalesce(func.lower(func.upper(func.length(func.now(func.date(func.strftime("%Y-%m", func.group_concat(func.json_extract(
defaultload(Load(load_only(defer(undefer(undefer_group(raiseload("*").contains_eager(subqueryload(immediateload(lazyload(noload(joinedload(selectinload(innerjoin=True, recursion_depth=2, selectin_polymorphic(with_polymorphic(with_loader_criteria(aliased(
# The session, the objects and the rows of the database: how many statements are sent, and when?
# Only one SELECT for all of them, with a JOIN; the second query reads each collection again, because it was not loaded.
# What is pending is written by the flush, before the transaction ends; after the commit everything has expired.
# Same object, same identity: from the identity map, without a statement. This one is lazy, that would raise an error.
# INSERT, UPDATE and DELETE; foreign keys, primary key, unique constraint, association table, one-to-many, many-to-many, default value, first time, every parent and its children, in memory, next step, step 1, example, note, new, old, change, between, their, there, other, than, then, into, each, more, number, result, expected, where, which, while
    global count
    assert isinstance(
    while True:
    elif not 
        raise
        break
        continue
        return None
    yield session
    finally:
    except Exception as error:
        print(type(error).__name__, error)
        session.rollback()
    except IntegrityError as exc:
    except (NoResultFound, ValueError):
for i, (name, value) in enumerate(zip(sorted(key=lambda it: it.name, reverse=True)):
    return sum(len(x.items) for x in items if x.id % 2 == 0)
 if not isinstance( else "none"
, ".join(str(it) for it in 
print("-" * 40)
print()
print(f"{name:<20} {count:>5} {total:,} {total:.2f}")
random.seed(42)
random.choice(
start = time.perf_counter()
 for number in range(1, 1001):
 for n in range(10):
if __name__ == "__main__":
    main()
def main() -> None:
def seed(session: Session) -> None:
from typing import Any, Optional, List
from typing_extensions import Annotated
intpk = Annotated[int, mapped_column(primary_key=True)]
str50 = Annotated[str, 50]
from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy import Boolean, Column, Date, DateTime, Float, ForeignKey, Integer, Numeric, String, Table, Text, and_, bindparam, case, cast, create_engine, delete, desc, event, exists, func, insert, inspect, literal, not_, null, or_, select, text, true, union, union_all, update
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, MappedAsDataclass, Session, WriteOnlyMapped, aliased, column_property, contains_eager, declarative_base, declared_attr, deferred, joinedload, lazyload, mapped_column, raiseload, registry, relationship, selectinload, sessionmaker, subqueryload, synonym, validates, with_polymorphic)
Base = declarative_base()
    id = Column(Integer, primary_key=True, autoincrement=True)
    name = Column(String(50), nullable=False)
metadata = MetaData()
users = Table("users", metadata, Column("id", Integer, primary_key=True), Column("name", String),)
metadata.create_all(engine)
with engine.connect() as conn:
    result = conn.execute(select(users.c.name))
    for row in result:
        print(row)
    conn.commit()
with engine.begin() as conn:
    conn.execute(insert(users), [{"id": 1, "name": "
    conn.scalar(
    conn.scalars(
Mapped[bytes] Mapped[float] Mapped[bool] = mapped_column(default=False) Mapped[date] Mapped[datetime] Mapped[Decimal]
class Customer(Base):
    __tablename__ = "customer"
    orders: Mapped[list["Order"]] = relationship(back_populates="customer", cascade="all, delete-orphan")
class Product(Base):
    __tablename__ = "product"
    price: Mapped[float] = mapped_column(Numeric(10, 2))
class Order(Base):
    __tablename__ = "orders"
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    customer: Mapped["Customer"] = relationship(back_populates="orders")
    items: Mapped[list["OrderItem"]] = relationship(back_populates="order", cascade="all, delete-orphan", order_by="OrderItem.position")
class OrderItem(Base):
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"))
    order: Mapped["Order"] = relationship(back_populates="items")
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), primary_key=True)
    product: Mapped["Product"] = relationship()
    quantity: Mapped[int] = mapped_column(default=1)
post_tag = Table(
    "post_tag",
    Base.metadata,
    Column("post_id", ForeignKey("posts.id"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id"), primary_key=True),
)
class Tag(Base):
    __tablename__ = "tag"
    posts: Mapped[list["Post"]] = relationship(secondary=post_tag, back_populates="tags")
class Post(Base):
    __tablename__ = "posts"
    title: Mapped[str] = mapped_column(String(100))
    body: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    author: Mapped["User"] = relationship(back_populates="posts")
    tags: Mapped[list["Tag"]] = relationship(secondary=post_tag, back_populates="posts")
    comments: Mapped[List["Comment"]] = relationship(back_populates="post", lazy="selectin")
class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    fullname: Mapped[Optional[str]]
    email: Mapped[str] = mapped_column(String(255), unique=True, index=True)
    age: Mapped[int | None]
    addresses: Mapped[list["Address"]] = relationship(back_populates="user", cascade="all, delete-orphan")
    def __repr__(self) -> str:
        return f"User(id={self.id!r}, name={self.name!r})"
class Address(Base):
    __tablename__ = "address"
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped["User"] = relationship(back_populates="addresses")
with Session(engine) as session, session.begin():
    stmt = select(User).join(User.addresses).where(User.name == "alice").order_by(User.id).limit(10)
    stmt = select(User.name, func.count(Address.id).label("count")).join(Address, isouter=True).group_by(User.id)
    stmt = select(User).options(selectinload(User.addresses), joinedload(User.orders).selectinload(Order.items))
    session.execute(update(User).where(User.id == 1).values(name="
    session.execute(delete(User).where(User.id.in_([1, 2, 3])))
    session.execute(insert(User), [
    for name, count in session.execute(stmt):
    rows = session.execute(query).all()
    users = session.scalars(select(User).order_by(User.name)).unique().all()
    user = session.scalars(select(User).where(User.name == "Ada")).first()
    user = session.scalars(stmt).one()
    user = session.get(User, 1)
    total = session.scalar(select(func.count()).select_from(User))
    print(user.name, len(user.addresses), [a.email for a in user.addresses])
    for user in users:
        print(user.name)
    session.delete(user)
    session.rollback()
    session.flush()
    session.add(User(name="alice", addresses=[Address(email="alice@example.com")]))
    session.add_all([
        Author(name="Ursula", books=[Book(title="The "), Book(title="
    ])
    session.commit()


from sqlalchemy import ForeignKey, String, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    year: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped["Author"] = relationship(back_populates="books")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    for author in session.scalars(select(Author)):
        print(f"{author.name}: {len(author.books)}")
    session.commit()
`;

/** As it stands in a program inside of JSON: line ends and quotes are two characters each there. */
const program = JSON.stringify(PROGRAM).slice(1, -1);

const PAYLOAD =
  '"}],"latency":{"preset":"same zone","round_trip_micros":1000},"latency":20,"latency":0,"panel":"models"}' +
  '"panel":"data"}"panel":"plan"}"panel":"compare"}"panel":"output"}"panel":"log"}"},{"name":"models.py","text":"' +
  '{"v":1,"title":"Untitled","files":[{"name":"main.py","text":"\\"\\"\\"';

export const DICTIONARY = new TextEncoder().encode(program + PAYLOAD);
