"""What a composite is for its mapper: property, info, columns, options, history"""
import dataclasses
from typing import *
from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
@dataclasses.dataclass
class P: x:int; y:int
class V(Base):
    __tablename__="v"; id: Mapped[int]=mapped_column(primary_key=True); p: Mapped[P]=composite(mapped_column("x"),mapped_column("y"),info={"a":1},doc="docs")
    q: Mapped[Optional[P]]=composite(mapped_column("qx"),mapped_column("qy"))
def show(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
for f in (lambda: V.p.info, lambda: V.p.property, lambda: V.p.property.info, lambda: V.p.property.key, lambda: V.p.property.composite_class, lambda: V.p.property.columns, lambda: inspect(V).attrs.keys(), lambda: inspect(V).composites.keys(), lambda: inspect(V).attrs.p is V.p.property, lambda: inspect(V).all_orm_descriptors.keys(), lambda: V.p.parent, lambda: V.p.key, lambda: V.p.class_, lambda: str(V.p), lambda: V.q.info, lambda: V.p.prop is V.p.property, lambda: V.p.property.parent, lambda: V.p.property.doc, lambda: inspect(V).has_property("p"), lambda: inspect(V).get_property("p"), lambda: V.p.property.active_history, lambda: V.p.property.group, lambda: V.p.property.deferred, lambda: V.p.is_attribute, lambda: V.p < P(1,2), lambda: aliased(V).p.info, lambda: inspect(V).column_attrs.keys(), lambda: inspect(V()).attrs.keys(), lambda: inspect(V()).attrs.p.history, lambda: attributes.get_history(V(p=P(1,2)),"p"), lambda: V.p.nosuch):
    show(f)
