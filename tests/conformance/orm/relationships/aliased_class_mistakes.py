"""Mistakes and moments of relationships to aliased classes."""
import re, warnings
from sqlalchemy import ForeignKey, and_, create_engine, func, select, inspect, join
from sqlalchemy.orm import *

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, "cartesian" if "cartesian" in str(message) else message)


def attempt(name, make):
    class Base(DeclarativeBase):
        pass

    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[int | None]
        bs: Mapped[list["B"]] = relationship()
        kids: Mapped[list["A"]] = relationship(primaryjoin=lambda: A.id == foreign(remote(A.x)), viewonly=True)

    class B(Base):
        __tablename__ = "b"
        id: Mapped[int] = mapped_column(primary_key=True)
        a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))
        v: Mapped[int | None]
        up: Mapped[A | None] = relationship(viewonly=True)

    try:
        A.r, extra = make(A, B)
        configure_mappers()
        p = A.r.property
        print(name, p.direction.name, p.uselist, p.primaryjoin, p.entity, [(str(a), str(b)) for a, b in p.synchronize_pairs], p.target is A.__table__)
        engine = create_engine("sqlite://")
        Base.metadata.create_all(engine)
        with Session(engine) as s:
            a = A(id=1, x=None, bs=[B(id=1, v=3), B(id=2, v=9)])
            s.add_all([a, A(id=2, x=1), A(id=3, x=1)])
            s.commit()
            show = lambda r: [o.id for o in r] if isinstance(r, list) else r and r.id
            print("  ", show(a.r))
            for load in (joinedload, selectinload, subqueryload):
                s.expunge_all()
                print("  ", [(o.id, show(o.r)) for o in s.scalars(select(A).options(load(A.r)).order_by(A.id)).unique()])
            print("  ", s.execute(select(A.id).join(A.r).order_by(A.id)).all())
            print("  ", s.scalars(select(A.id).where(A.r.any() if p.uselist else A.r.has()).order_by(A.id)).all())
            if extra:
                extra(s, A, B)
    except Exception as error:
        print(name, type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())
    finally:
        Base.registry.dispose()


def write(s, A, B):
    a = s.get(A, 2)
    a.r.append(B(id=7))
    s.flush()
    print("  ", s.execute(select(B.id, B.a_id).order_by(B.id)).all())


def rel(entity, **kw):
    return relationship(entity, **kw)


attempt("plain", lambda A, B: (rel(aliased(B)), None))
attempt("viewonly", lambda A, B: (rel(aliased(B), viewonly=True), None))
attempt("written", lambda A, B: (rel(aliased(B), overlaps="bs"), write))
attempt("named", lambda A, B: (rel(aliased(B, name="bb"), viewonly=True), None))
attempt("self", lambda A, B: ((lambda al: rel(al, primaryjoin=A.id == foreign(al.x), viewonly=True))(aliased(A)), None))
attempt("self2", lambda A, B: ((lambda al: rel(al, primaryjoin=foreign(A.x) == al.id, viewonly=True))(aliased(A)), None))
attempt("wrong", lambda A, B: ((lambda al: rel(al, primaryjoin=A.id == B.a_id, viewonly=True))(aliased(B)), None))
attempt("ordered", lambda A, B: ((lambda al: rel(al, order_by=al.v.desc(), viewonly=True))(aliased(B)), None))
attempt("ordered2", lambda A, B: ((lambda al: rel(al, order_by=B.v.desc(), viewonly=True))(aliased(B)), None))
attempt("joined", lambda A, B: ((lambda al: rel(al, lazy="joined", viewonly=True))(aliased(B)), None))
attempt("selectin", lambda A, B: ((lambda al: rel(al, lazy="selectin", viewonly=True))(aliased(B)), None))
attempt("subquery", lambda A, B: ((lambda al: rel(al, lazy="subquery", viewonly=True))(aliased(B)), None))
attempt("filtered", lambda A, B: (rel(aliased(B, select(B).where(B.v > 4).subquery()), viewonly=True, uselist=False), None))
attempt("cte", lambda A, B: (rel(aliased(B, select(B).where(B.v > 4).cte("c")), viewonly=True), None))
attempt("back", lambda A, B: (rel(aliased(B), back_populates="up"), None))
attempt("backref", lambda A, B: (rel(aliased(B), backref="owner"), None))
attempt("lambda", lambda A, B: (rel(lambda: aliased(B), viewonly=True), None))
attempt("insp", lambda A, B: (rel(inspect(aliased(B)), viewonly=True), None))
attempt("five", lambda A, B: (rel(5), None))
attempt("table", lambda A, B: (rel(B.__table__), None))
attempt("sub", lambda A, B: (rel(select(B).subquery()), None))
