"""filter_by() of hybrids, comparators, relationships and columns of joins; where names are ambiguous or unknown."""
from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.ext.hybrid import hybrid_property, hybrid_method, Comparator
class Base(DeclarativeBase): pass
class Interval(Base):
    __tablename__="interval"
    id: Mapped[int]=mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    @hybrid_property
    def length(self) -> int: return self.end-self.start
    @length.inplace.setter
    def _s(self, v): self.end=self.start+v
    @hybrid_property
    def radius(self): return abs(self.length)/2
    @radius.inplace.expression
    @classmethod
    def _r(cls): return type_coerce(func.abs(cls.length)/2, Float)
    @hybrid_method
    def contains(self, p): return (self.start<=p) & (p<self.end)
def sh(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, str(x).split(" Searched")[0].split(" clause entities")[0])
sh(lambda: select(Interval).filter_by(length=5)); sh(lambda: select(Interval).filter_by(radius=5)); sh(lambda: Session().query(Interval).filter_by(length=5)); sh(lambda: select(Interval).filter_by(contains=5)); sh(lambda: select(Interval).filter_by(nope=5))
class CaseInsensitiveComparator(Comparator[str]):
    def __eq__(self, other): return func.lower(self.__clause_element__())==func.lower(other)
class SearchWord(Base):
    __tablename__="searchword"
    id: Mapped[int]=mapped_column(primary_key=True)
    word: Mapped[str]
    interval_id: Mapped[int]=mapped_column(ForeignKey("interval.id"))
    interval: Mapped[Interval]=relationship()
    @hybrid_property
    def word_insensitive(self) -> str: return self.word.lower()
    @word_insensitive.inplace.comparator
    @classmethod
    def _wi(cls): return CaseInsensitiveComparator(cls.word)
sh(lambda: select(SearchWord).filter_by(word_insensitive="Trucks"))
sh(lambda: select(SearchWord).filter_by(word_insensitive="Trucks", id=4))
sh(lambda: select(SearchWord).join(SearchWord.interval).filter_by(length=4))
sh(lambda: update(Interval).filter_by(length=3).values(end=5)); sh(lambda: delete(Interval).filter_by(length=3))
sh(lambda: select(aliased(Interval, name="q")).filter_by(length=7))
sh(lambda: select(SearchWord).filter_by(interval=None));
u=table("u",column("id"),column("n")); a=table("a",column("uid"),column("m"))
sh(lambda: select(u).join(a, u.c.id==a.c.uid).filter_by(nope=5)); sh(lambda: select(u).join(a, u.c.id==a.c.uid).filter_by(m=5)); sh(lambda: select(u,a).filter_by(nope=5)); sh(lambda: select(u.join(a, u.c.id==a.c.uid)).filter_by(nope=5)); sh(lambda: select(u).select_from(u.join(a, u.c.id==a.c.uid)).filter_by(nope=5)); sh(lambda: select(u).select_from(u.join(a, u.c.id==a.c.uid)).filter_by(m=5))
sh(lambda: select(SearchWord).join(Interval).filter_by(id=5)); sh(lambda: select(SearchWord, Interval).filter_by(id=5)); sh(lambda: select(SearchWord).join(Interval).filter_by(zz=5)); sh(lambda: select(Interval.start, SearchWord.word).filter_by(id=5)); sh(lambda: select(func.count()).select_from(SearchWord).join(Interval).filter_by(id=5)); sh(lambda: select(func.count()).filter_by(id=5)); sh(lambda: select(SearchWord).join(Interval.__table__).filter_by(id=5)); sh(lambda: select(Interval.__table__).join(SearchWord).filter_by(id=5))
