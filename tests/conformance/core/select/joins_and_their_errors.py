"""join() and outerjoin() without and with ON: how it is inferred, which side is left, and every message when it cannot be."""
import re

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, String, Table, and_, create_engine, func, join, outerjoin, select, text, true

m = MetaData()
author = Table("author", m, Column("id", Integer, primary_key=True), Column("name", String(20)))
book = Table("book", m, Column("id", Integer, primary_key=True), Column("author_id", ForeignKey("author.id")), Column("title", String(20)))
loan = Table("loan", m, Column("id", Integer, primary_key=True), Column("book_id", ForeignKey("book.id")), Column("reader_id", ForeignKey("author.id")), Column("helper_id", ForeignKey("author.id")))
shelf = Table("shelf", m, Column("row", Integer, primary_key=True), Column("col", Integer, primary_key=True))
spot = Table("spot", m, Column("id", Integer, primary_key=True), Column("r", Integer), Column("c", Integer), ForeignKeyConstraint(["r", "c"], ["shelf.row", "shelf.col"]))
node = Table("node", m, Column("id", Integer, primary_key=True), Column("parent_id", ForeignKey("node.id")))
plain = Table("plain", m, Column("x", Integer))


def show(source):
    try:
        print(source, "->", str(eval(source)).replace("\n", " "))
    except Exception as error:
        print(source, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


for source in [
    "author.join(book)", "book.join(author)", "author.outerjoin(book)", "author.join(book, full=True)", "author.join(book, isouter=True)", "join(author, book)", "outerjoin(author, book, full=True)", "author.join(book, author.c.name == book.c.title)", "author.join(book, text('1 = 1'))", "author.join(book, true())", "author.join(book, and_(author.c.id == book.c.author_id, book.c.title == 'x'))", "author.join(book).join(loan)", "author.join(book).join(loan, loan.c.book_id == book.c.id)", "author.join(book.join(loan, book.c.id == loan.c.book_id), author.c.id == book.c.author_id)", "book.join(loan)", "author.join(loan)", "author.join(plain)", "plain.join(author)", "shelf.join(spot)", "node.join(node)", "node.join(node.alias('p'))", "node.alias('c').join(node.alias('p'), text('c.parent_id = p.id'))", "author.alias('a').join(book)", "author.alias('a').join(book.alias('b'))",
    "select(author).join(book)", "select(book).join(author)", "select(author, book).join(book)", "select(author).join(book).join(loan)", "select(author).join(book).join(loan, loan.c.book_id == book.c.id)", "select(author).select_from(book).join(author)", "select(author).select_from(book).join(loan)", "select(author.c.name).join(book, author.c.id == book.c.author_id)", "select(author.c.name).join_from(author, book)", "select(book.c.title).join_from(author, book, isouter=True)", "select(book.c.title).outerjoin_from(author, book)", "select(book).join_from(book, author).join_from(book, loan)", "select(author).outerjoin(book)", "select(author).outerjoin(book, full=True)", "select(author).join(book, full=True)", "select(author).join(book, isouter=True, full=True)", "select(author).join(book.alias('b'))", "select(author).join(select(book).subquery('sq'))", "select(author).join(select(book).where(book.c.title == 'x').cte('c'))", "select(author).join(select(book.c.title).subquery())", "select(author).join(book.join(loan, loan.c.book_id == book.c.id))", "select(shelf).join(spot)", "select(node).join(node.alias('p'))",
    "select(author).join(plain)", "select(author).join(loan)", "select(plain).join(author)", "select(author, plain).join(book)", "select(author, book).join(loan, loan.c.book_id == book.c.id)", "select(author, book).join(loan)", "select(author, plain).join(spot)", "select(author.c.id, book.c.id).join(loan, true())", "select(func.count()).join(book)", "select(func.count()).select_from(author).join(book)", "select(text('1')).join(book)", "select().join(book)", "select(1).join(book)", "select(author).join('book')", "select(author).join(5)", "select(author).join(None)", "select(author).join(author.c.id)", "select(author).join(select(book))", "select(author).join(book, 'author.id = book.author_id')", "select(author).join(book, 5)", "select(author).join(book, author.c.id)", "select(author).join(book, book.c.author_id == author.c.id, author.c.id == 1)", "select(author).join(text('book'))", "select(author).join(text('book'), true())", "select(author).join(author)", "select(author).join(book).join(book)", "author.join(select(book))", "author.join('x')", "author.join(book, 'x')", "author.join()" if False else "author.join(None)", "author.outerjoin(plain)", "select(author).join_from(plain, book)", "select(author).join_from(author, plain)", "select(author).select_from(author.join(book)).join(loan, loan.c.book_id == book.c.id)", "select(author).select_from(author.join(book), loan)", "select(author).select_from(author, book).join(loan, true())",
    "author.join(book).c.keys()", "author.join(book).left", "author.join(book).right", "author.join(book).onclause", "author.join(book).isouter", "author.outerjoin(book).full", "author.join(book).select()", "author.join(book).primary_key.columns.keys()", "len(author.join(book).foreign_keys)", "author.join(book).alias() if hasattr(author.join(book), 'alias') else 'no alias'", "select(author.join(book))", "select(author.join(book).c.author_id)", "select(author.join(book)).subquery().c.keys()", "author.join(book).is_derived_from(author)", "type(author.join(book)).__name__",
]:
    show(source)
with create_engine("sqlite://").connect() as conn:
    m.create_all(conn)
    conn.execute(author.insert(), [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}])
    conn.execute(book.insert(), [{"id": 1, "author_id": 1, "title": "x"}, {"id": 2, "author_id": None, "title": "y"}])
    for stmt in (select(author.c.name, book.c.title).join(book), select(author.c.name, book.c.title).outerjoin(book), select(author.c.name, book.c.title).join_from(author, book, full=True).order_by(author.c.id, book.c.id), select(author.join(book))):
        print(conn.execute(stmt).all())

