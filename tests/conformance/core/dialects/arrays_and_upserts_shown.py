"""PostgreSQL arrays shown without a dialect; upserts with columns that the table has not."""
from sqlalchemy import *
from sqlalchemy.dialects.postgresql import array, hstore, ARRAY, aggregate_order_by, distinct_on, insert as pgi, Range, INT4RANGE
from sqlalchemy.dialects.mysql import insert as myi, match
from sqlalchemy.dialects.sqlite import insert as sli
t=Table("t",MetaData(),Column("a",Integer),Column("r",ARRAY(Integer)))
def sh(e):
    try: print(e, e.compile().params)
    except Exception as x: print(type(x).__name__, x)
sh(select(array([1,2])+array([3,4,5]), t.c.a==7))
sh(array([t.c.a, "x"])); sh(array([])); sh(array([], type_=Integer)); sh(select(func.unnest(array([1,2])).column_valued("z")))
sh(select(array([array([1,2]), array([t.c.a, column("x")])])))
sh(select(t).where(t.c.a == any_(array([1,2]))))
sh(select(t).where(t.c.r.contains(array([1])), t.c.r.overlap(array([5]))) if hasattr(t.c.r,"overlap") else select(t).where(t.c.r==array([1])))
sh(t.c.r[1]==5); sh(t.c.r.any(5)); sh(func.array_agg(aggregate_order_by(t.c.a, t.c.a.desc())))
sh(hstore("a","b")); sh(hstore(array(["k"]),array(["v"])))
sh(t.insert().values(a=1, r=[1,2])); sh(t.insert().values(r=array([1,2])))
sh(myi(t).values(a=1).on_duplicate_key_update(a=2, zz=3)); sh(myi(t).values(a=1).on_duplicate_key_update({"a":2,"zz":func.now()})); sh(sli(t).values(a=1).on_conflict_do_update(index_elements=["a"],set_={"a":2,"zz":3})); sh(pgi(t).values(a=1).on_conflict_do_update(index_elements=["a"],set_={"a":2,"zz":3})); sh(myi(t).values(a=1).on_duplicate_key_update([("zz",1),("a",2)]))
