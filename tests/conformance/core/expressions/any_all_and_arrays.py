"""any_() and all_() over subqueries and arrays, ARRAY columns: index, slice, contains, overlap, array literals (PostgreSQL)."""
import re

from sqlalchemy import ARRAY, Column, Integer, MetaData, String, Table, Text, all_, any_, bindparam, case, cast, column, func, literal, not_, select, text, type_coerce
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.dialects.postgresql import array

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("tags", ARRAY(String)), Column("nums", postgresql.ARRAY(Integer)), Column("grid", ARRAY(Integer, dimensions=2)), Column("zero", ARRAY(Integer, zero_indexes=True)))
u = Table("u", t.metadata, Column("x", Integer))
i, a, tags, nums, grid, zero = t.c


def show(source):
    try:
        e = eval(source)
        c = e.compile(dialect=postgresql.dialect())
        print(source, "->", str(c).replace("\n", " "), c.params, repr(getattr(e, "type", None)))
        print("    literal", str(e.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})).replace("\n", " "))
    except Exception as error:
        print(source, "!!", type(error).__name__, (re.sub("0x[0-9a-f]+", "0x", str(error)).splitlines() or [""])[0])


for source in [
    "a == any_(select(u.c.x).scalar_subquery())", "a == any_(select(u.c.x))", "a > all_(select(u.c.x))", "a == select(u.c.x).scalar_subquery().any_()", "any_(select(u.c.x)) == a", "any_(select(u.c.x)) < a", "5 == any_(nums)", "any_(nums) == 5", "5 > all_(nums)", "all_(nums) >= 5", "nums.any_() == 5", "nums.any(5)", "nums.all(5)", "nums.any(5, operator=operator.lt)" if False else "nums.any(5)", "tags.any('x')", "tags.all('x')", "~nums.any(5)", "not_(a == any_(nums))", "a != any_(nums)", "literal(5) == any_(nums)", "a == any_([1, 2])", "a == any_(array([1, 2]))", "a == any_(func.f())", "a == any_(bindparam('x', type_=ARRAY(Integer)))", "a.in_(any_(nums))", "any_(nums)", "any_(nums) + 1", "tags.any_().like('a%')", "literal('x').like(any_(tags))", "a == any_(5)", "a == any_('x')", "any_(nums) == any_(nums)", "a.like(any_(tags))",
    "nums[1]", "nums[1] == 5", "nums[1:2]", "nums[1:2] == [3, 4]", "nums[a]", "nums[a + 1]", "grid[1]", "grid[1][2]", "grid[1:2]", "zero[0]", "zero[0:1]", "tags[1] + 'x'", "nums[1] + 1", "nums['x']", "nums[1].label('first')", "nums == [1, 2]", "nums != array([1, 2])", "nums + [1]", "nums + array([1])", "[0] + nums", "nums.concat([1])", "nums.contains([1, 2])", "nums.contained_by([1, 2])", "nums.overlap([1])", "nums.contains(array([a, 2]))", "~nums.contains([1])", "nums.in_([[1, 2], [3]])", "nums.is_(None)", "tags.contains(['x'])", "tags.overlap(['x'])", "func.array_length(nums, 1)", "func.unnest(nums)", "func.array_agg(a)[1]", "func.cardinality(nums) > 1",
    "array([1, 2, 3])", "array([a, 1])", "array(['x', 'y'])", "array([])", "array([], type_=Integer)", "array([1], type_=String)", "array([array([1, 2]), array([3, 4])])", "array([1, 2]) + array([3])", "array([1, 2])[1]", "array([1, 2])[1:2]", "array([1, 2]) == nums", "array([select(u.c.x).scalar_subquery()])", "cast(array([1, 2]), ARRAY(String))", "cast([1, 2], postgresql.ARRAY(Integer))", "type_coerce([1, 2], ARRAY(Integer))", "literal([1, 2], ARRAY(Integer))", "literal(['x', None], ARRAY(String))", "bindparam('x', [1], type_=ARRAY(Integer))", "select(func.unnest(array([1, 2])).label('n'))", "select(array([a, 2]).label('pair'))", "array(5)", "array(1, 2)", "array([1, 'x'])", "func.array_cat(nums, array([1]))", "select(t).where(nums[1] > 5, tags.any('x'))", "select(func.array_agg(a, type_=ARRAY(Integer)))", "select(func.array(select(u.c.x).scalar_subquery()))", "case((nums[1] == 1, nums), else_=None)",
]:
    show(source)
for e in (tags, nums, grid, zero):
    print(repr(e.type), e.type.compile(dialect=postgresql.dialect()), e.type.item_type, e.type.dimensions, e.type.as_tuple, e.type.zero_indexes)
for e in (nums[1], nums.contains([1]), array([1, 2]), a == any_(select(u.c.x)), a == any_(nums), tags.any("x")):
    for dialect in (None, sqlite.dialect(), mysql.dialect()):
        try:
            print(str(e.compile(dialect=dialect)).replace("\n", " "))
        except Exception as error:
            print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))

