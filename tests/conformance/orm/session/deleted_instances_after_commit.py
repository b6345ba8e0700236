"""Where deleted instances are after a commit, with and without expiry"""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class U(Base):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(primary_key=True)
    addresses: Mapped[list["A"]] = relationship(cascade="all, delete-orphan")


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    u_id: Mapped[int] = mapped_column(ForeignKey("u.id"))


e = create_engine("sqlite://")
Base.metadata.create_all(e)


def show(*objects):
    for it in objects:
        i = inspect(it)
        print(
            type(it).__name__,
            i.transient,
            i.pending,
            i.persistent,
            i.deleted,
            i.detached,
            i.was_deleted,
            i.session is None,
        )


for expire in (True, False):
    with Session(e, expire_on_commit=expire) as s:
        u = U(addresses=[A(), A()])
        s.add(u)
        s.commit()
        a, b = u.addresses
        u.addresses.remove(a)
        s.flush()
        show(u, a, b)
        s.commit()
        show(u, a, b)
        print(a in s, a in s.deleted, s.get(A, a.id if not expire else 1))
        s.delete(u)
        s.commit()
        show(u, b)
        try:
            s.add(u)
        except Exception as x:
            print(type(x).__name__, str(x).split(" at 0x")[0])
        s.rollback()
        show(u, b)
    show(u, a, b)
