"""association_proxy() as a field of a mapped dataclass: init, repr, default, default_factory, kw_only, compare"""
from typing import *
from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.ext.associationproxy import *
import warnings; warnings.simplefilter("always")
def show(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: print(f())
        except Exception as x: print(type(x).__name__, x)
    for it in w: print("   ", type(it.message).__name__, it.message)
class B(MappedAsDataclass, DeclarativeBase): pass
class K(B):
    __tablename__="k"; id: Mapped[int]=mapped_column(primary_key=True,init=False); word: Mapped[str]; a_id: Mapped[Optional[int]]=mapped_column(ForeignKey("a.id"),init=False,default=None,repr=False)
class A(B):
    __tablename__="a"
    id: Mapped[int]=mapped_column(primary_key=True, init=False)
    ks: Mapped[List[K]]=relationship(default_factory=list, repr=False)
    words: AssociationProxy[List[str]]=association_proxy("ks","word",creator=lambda w: K(word=w), default_factory=list)
class A2(B):
    __tablename__="a2"
    id: Mapped[int]=mapped_column(primary_key=True, init=False)
    k_id: Mapped[Optional[int]]=mapped_column(ForeignKey("k.id"),init=False)
    k: Mapped[Optional[K]]=relationship(default=None, repr=False)
    word: AssociationProxy[Optional[str]]=association_proxy("k","word",creator=lambda w: K(word=w), init=False)
class A3(B):
    __tablename__="a3"
    id: Mapped[int]=mapped_column(primary_key=True, init=False)
    k_id: Mapped[Optional[int]]=mapped_column(ForeignKey("k.id"),init=False)
    k: Mapped[Optional[K]]=relationship(default=None, repr=False)
    word: AssociationProxy[Optional[str]]=association_proxy("k","word",creator=lambda w: K(word=w), default=None, repr=False, kw_only=True, compare=False)
show(lambda: A(words=["x","y"]).ks); show(lambda: A()); show(lambda: A(ks=[K("q")])); show(lambda: repr(A(words=["z"])))
show(lambda: A2(word="x")); show(lambda: A2(k=K("d"))); show(lambda: A2())
show(lambda: A3(word="x").k); show(lambda: A3(K("e"), "y")); show(lambda: repr(A3()));show(lambda: A3(K("e")).word)
import inspect as I
for c in (A,A2,A3): show(lambda: I.signature(c.__init__))
