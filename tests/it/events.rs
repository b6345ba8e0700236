//! What a run tells the page: causes of statements, instances, the plans of flushes.

use super::watched::watched;
use expect_test::{Expect, expect};
use orm_playground::protocol::{Event, ObjectChange, ObjectChanges, ObjectEvent, ObjectName};
use std::fmt::Write;

const MODELS: &str = "\
from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
tags = Table('book_tag', Base.metadata, Column('book_id', ForeignKey('book.id')), Column('tag_id', ForeignKey('tag.id')))
class Author(Base):
    __tablename__ = 'author'
    id = mapped_column(Integer, primary_key=True)
    name = mapped_column(String)
    books = relationship('Book', back_populates='author', cascade='all, delete-orphan')
class Book(Base):
    __tablename__ = 'book'
    id = mapped_column(Integer, primary_key=True)
    title = mapped_column(String)
    notes = mapped_column(String, deferred=True)
    author_id = mapped_column(ForeignKey('author.id'))
    author = relationship('Author', back_populates='books')
    tags = relationship('Tag', secondary=tags)
class Tag(Base):
    __tablename__ = 'tag'
    id = mapped_column(Integer, primary_key=True)
    label = mapped_column(String)
engine = create_engine('sqlite://')
Base.metadata.create_all(engine)
session = Session(engine)
";

/// The events of a program after the models, a line each, without those of creating the tables.
fn told(program: &str) -> String {
    let text = format!("{MODELS}print('--')\n{program}");
    let first_line = u32::try_from(MODELS.lines().count()).unwrap() + 1;
    watched(text, move |_, _, events| shown(events, first_line))
}

fn shown(events: &[Event], first_line: u32) -> String {
    let mut out = String::new();
    let start = events.iter().position(|it| matches!(it, Event::Printed { .. })).unwrap();
    let at = |line: &Option<u32>| line.map_or_else(String::new, |it| format!("{}: ", it - first_line));
    for event in &events[start + 1..] {
        match event {
            Event::StatementExecuted(it) => {
                let cause: Vec<&str> = it.cause.iter().map(|it| &*it.text).collect();
                let sql: String = it.sql.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect();
                writeln!(out, "{}{sql} <- {}", at(&it.line), cause.join(" > ")).unwrap();
            }
            Event::TransactionChanged { change, .. } => writeln!(out, "{change:?}").unwrap(),
            Event::ObjectsChanged { json, living } => {
                let changes: ObjectChanges = serde_json::from_str(json).unwrap();
                for it in changes.changes.iter().take(24) {
                    writeln!(out, "  {}{}", at(&it.line), change(it)).unwrap();
                }
                writeln!(out, "  {} living", living).unwrap();
                for it in &changes.rest {
                    writeln!(out, "  {} more: {} {:?}", it.count, it.class, it.what).unwrap();
                }
            }
            Event::FlushPlanned { flush, line, cause, steps } => {
                let cause: Vec<&str> = cause.iter().map(|it| &*it.text).collect();
                writeln!(out, "{}flush {flush} <- {}", at(line), cause.join(" > ")).unwrap();
                for (number, it) in steps.iter().enumerate() {
                    let objects: Vec<String> = it.objects.iter().map(name).collect();
                    let named = it.relationship.clone().unwrap_or_default();
                    writeln!(
                        out,
                        "  {number} {:?} {} {named}[{}] in {} after {:?} {:?}",
                        it.kind,
                        it.table,
                        objects.join(", "),
                        it.statement_count,
                        it.after,
                        it.separate_because
                    )
                    .unwrap();
                }
            }
            Event::Printed { text, .. } => write!(out, "> {text}").unwrap(),
            _ => {}
        }
    }
    out
}

fn name(it: &ObjectName) -> String {
    match &it.key {
        Some(key) => format!("#{} {} {key}", it.number, it.class),
        None => format!("#{} {}", it.number, it.class),
    }
}

fn change(it: &ObjectChange) -> String {
    let what = match &it.what {
        ObjectEvent::Became { from, to } => format!("{from:?} -> {to:?}"),
        ObjectEvent::Loaded { values } => format!("loaded {}", pairs(values)),
        ObjectEvent::Refreshed { values } => format!("refreshed {}", pairs(values)),
        ObjectEvent::Attribute { attribute, change, value } => {
            let value = value.as_ref().map_or_else(String::new, |it| format!(" = {it}"));
            format!("{change:?} {attribute}{value}")
        }
        other => format!("{other:?}"),
    };
    format!("{}: {what}", name(&it.object))
}

fn pairs(values: &[(String, String)]) -> String {
    values.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(" ")
}

#[expect(clippy::needless_pass_by_value, reason = "reads like the macro that makes it")]
fn check(program: &str, expected: Expect) {
    expected.assert_eq(&told(program));
}

#[test]
fn a_flush_is_planned_before_it_runs() {
    check(
        "\
ada = Author(name='Ada', books=[Book(title='One'), Book(title='Two')])
ada.books[0].tags = [Tag(label='x')]
session.add(ada)
session.commit()
",
        expect![[r#"
              1: #1 Book: Made
              1: #1 Book: Set title = 'One'
              1: #2 Book: Made
              1: #2 Book: Set title = 'Two'
              1: #3 Author: Made
              1: #3 Author: Set name = 'Ada'
              1: #3 Author: Appended books
              1: #1 Book: Set author = Author
              1: #3 Author: Appended books
              1: #2 Book: Set author = Author
              2: #4 Tag: Made
              2: #4 Tag: Set label = 'x'
              2: #3 Author: Read books
              2: #1 Book: Appended tags
              3: #3 Author: Transient -> Pending
              3: #1 Book: Transient -> Pending
              3: #4 Tag: Transient -> Pending
              3: #2 Book: Transient -> Pending
              4 living
            4: flush 1 <- flush
              0 Insert author [#3 Author] in 1 after [] []
              1 Insert tag [#4 Tag] in 1 after [] []
              2 Insert book [#1 Book, #2 Book] in 2 after [(0, Some("Author.books"))] [NewKeys]
              3 Insert book_tag Book.tags[#1 Book] in 1 after [(1, None), (2, None)] []
            Began
            4: INSERT INTO author (name) VALUES (?) <- flush > Author is new
            4: INSERT INTO tag (label) VALUES (?) <- flush > Tag is new
            4: INSERT INTO book (title, notes, author_i <- flush > 2 × Book are new
            4: INSERT INTO book (title, notes, author_i <- flush > 2 × Book are new
            4: INSERT INTO book_tag (book_id, tag_id) V <- flush > Book.tags gained 1
              4: #3 Author 1: Pending -> Persistent
              4: #1 Book 1: Pending -> Persistent
              4: #4 Tag 1: Pending -> Persistent
              4: #2 Book 2: Pending -> Persistent
              4 living
            Committed
              4: #3 Author 1: Expired { attributes: None }
              4: #1 Book 1: Expired { attributes: None }
              4: #4 Tag 1: Expired { attributes: None }
              4: #2 Book 2: Expired { attributes: None }
              #1 Book 1: Freed
              #2 Book 2: Freed
              #4 Tag 1: Freed
              1 living
        "#]],
    );
}

#[test]
fn statements_say_what_led_to_them() {
    check(
        "\
session.add_all([Author(name='Ada', books=[Book(title='One')]), Author(name='Bob')])
session.commit()
ada = session.scalars(select(Author)).first()
ada.books[0].notes
ada.name = 'Eve'
session.get(Author, 1)
session.get(Author, 2)
ada.books[0].author
session.scalars(select(Author).options(selectinload(Author.books))).all()
session.delete(ada)
session.commit()
",
        expect![[r#"
              1: #1 Book: Made
              1: #1 Book: Set title = 'One'
              1: #2 Author: Made
              1: #2 Author: Set name = 'Ada'
              1: #2 Author: Appended books
              1: #1 Book: Set author = Author
              1: #3 Author: Made
              1: #3 Author: Set name = 'Bob'
              1: #2 Author: Transient -> Pending
              1: #1 Book: Transient -> Pending
              1: #3 Author: Transient -> Pending
              3 living
            2: flush 1 <- flush
              0 Insert author [#2 Author, #3 Author] in 2 after [] [NewKeys]
              1 Insert book [#1 Book] in 1 after [(0, Some("Author.books"))] []
            Began
            2: INSERT INTO author (name) VALUES (?) RET <- flush > 2 × Author are new
            2: INSERT INTO author (name) VALUES (?) RET <- flush > 2 × Author are new
            2: INSERT INTO book (title, notes, author_i <- flush > Book is new
              2: #2 Author 1: Pending -> Persistent
              2: #1 Book 1: Pending -> Persistent
              2: #3 Author 2: Pending -> Persistent
              #3 Author 2: Freed
              2 living
            Committed
              2: #2 Author 1: Expired { attributes: None }
              2: #1 Book 1: Expired { attributes: None }
              #1 Book 1: Freed
              #2 Author 1: Freed
              0 living
            Began
            3: SELECT author.id, author.name FROM autho <- 
              3: #4 Author 1: loaded id=1 name='Ada'
              3: #5 Author 2: loaded id=2 name='Bob'
              #5 Author 2: Freed
              1 living
            4: SELECT book.id, book.title, book.author_ <- reads Author.books > not loaded > lazy load
              4: #6 Book 1: loaded id=1 title='One' author_id=1
              4: #4 Author 1: Loaded books
              4: #4 Author 1: Read books
              2 living
            4: SELECT book.notes FROM book WHERE book.i <- reads Book.notes > deferred > deferred load of Book 1
              4: #6 Book 1: refreshed id=1 title='One' notes=None author_id=1
              4: #6 Book 1: Read notes
              5: #4 Author 1: Set name = 'Eve'
              6: #4 Author 1: Found { by_key: true }
              2 living
            7: flush 2 <- session.get() > autoflush
              0 Update author [#4 Author 1] in 1 after [] []
            7: UPDATE author SET name=? WHERE author.id <- session.get() > autoflush > Author 1 changed
            7: SELECT author.id, author.name FROM autho <- session.get()
              7: #7 Author 2: loaded id=2 name='Bob'
              8: #4 Author 1: Read books
              8: #4 Author 1: Found { by_key: true }
              8: #6 Book 1: Loaded author
              8: #6 Book 1: Read author
              #7 Author 2: Freed
              2 living
            9: SELECT author.id, author.name FROM autho <- 
              9: #4 Author 1: Found { by_key: false }
              9: #8 Author 2: loaded id=2 name='Bob'
              3 living
            9: SELECT book.author_id, book.id, book.tit <- selectinload(Author.books)
              9: #6 Book 1: Found { by_key: false }
              9: #8 Author 2: Loaded books
              #8 Author 2: Freed
              2 living
            11: SELECT tag.id, tag.label FROM tag, book_ <- flush > needs Book.tags > not loaded > lazy load
              11: #6 Book 1: Loaded tags
              2 living
            11: flush 3 <- flush
              0 Delete book [#6 Book 1] in 1 after [] []
              1 Delete author [#4 Author 1] in 1 after [(0, None)] []
            11: DELETE FROM book WHERE book.id = ? <- flush > Book 1 deleted
            11: DELETE FROM author WHERE author.id = ? <- flush > Author 1 deleted
              11: #4 Author 1: Persistent -> Deleted
              11: #6 Book 1: Persistent -> Deleted
              2 living
            Committed
              11: #4 Author 1: Deleted -> Detached
              11: #6 Book 1: Deleted -> Detached
              2 living
        "#]],
    );
}

#[test]
fn many_changes_are_counted() {
    check(
        "\
session.execute(insert(Author), [{'name': str(n)} for n in range(300)])
for author in session.scalars(select(Author)).all():
    author.name
",
        expect![[r#"
            Began
            1: INSERT INTO author (name) VALUES (?) <- 
            2: SELECT author.id, author.name FROM autho <- 
              2: #1 Author 1: loaded id=1 name='0'
              2: #2 Author 2: loaded id=2 name='1'
              2: #3 Author 3: loaded id=3 name='2'
              2: #4 Author 4: loaded id=4 name='3'
              2: #5 Author 5: loaded id=5 name='4'
              2: #6 Author 6: loaded id=6 name='5'
              2: #7 Author 7: loaded id=7 name='6'
              2: #8 Author 8: loaded id=8 name='7'
              2: #9 Author 9: loaded id=9 name='8'
              2: #10 Author 10: loaded id=10 name='9'
              2: #11 Author 11: loaded id=11 name='10'
              2: #12 Author 12: loaded id=12 name='11'
              2: #13 Author 13: loaded id=13 name='12'
              2: #14 Author 14: loaded id=14 name='13'
              2: #15 Author 15: loaded id=15 name='14'
              2: #16 Author 16: loaded id=16 name='15'
              2: #17 Author 17: loaded id=17 name='16'
              2: #18 Author 18: loaded id=18 name='17'
              2: #19 Author 19: loaded id=19 name='18'
              2: #20 Author 20: loaded id=20 name='19'
              2: #21 Author 21: loaded id=21 name='20'
              2: #22 Author 22: loaded id=22 name='21'
              2: #23 Author 23: loaded id=23 name='22'
              2: #24 Author 24: loaded id=24 name='23'
              1 living
              240 more: Author Loaded { values: [] }
              240 more: Author Attribute { attribute: "name", change: Read, value: None }
        "#]],
    );
}

#[test]
fn texts_are_told_once_with_their_parameters_and_for_other_databases() {
    let program = "\
from sqlalchemy import *
from sqlalchemy.dialects.sqlite import insert
engine = create_engine('sqlite://')
t = Table('t', MetaData(), Column('id', Integer, primary_key=True), Column('name', String(20)))
t.create(engine)
with engine.begin() as conn:
    conn.execute(t.insert(), {'name': 'a'})
    conn.execute(insert(t).values(id=1).on_conflict_do_nothing())
    for ids in ([1, 2], [1, 2, 3], [2, 1]):
        conn.execute(select(t).where(t.c.id.in_(ids)).limit(5))
    conn.exec_driver_sql('SELECT 1')
";
    let told = watched(program.to_owned(), |_, _, events| {
        let mut out = String::new();
        for event in events {
            match event {
                Event::StatementSpelled { number, parameters, others } => {
                    let parameters: Vec<_> =
                        parameters.iter().map(|it| format!("{} {}", it.name, it.type_name)).collect();
                    writeln!(out, "{number}: {}", parameters.join(", ")).unwrap();
                    for it in others {
                        let sql: Vec<_> = it.text.split_whitespace().collect();
                        let sign = if it.is_error { '!' } else { ' ' };
                        writeln!(out, " {sign} {:?}: {}", it.database, sql.join(" ")).unwrap();
                    }
                }
                Event::StatementExecuted(it) => {
                    let sql: String = it.sql.split_whitespace().collect::<Vec<_>>().join(" ");
                    writeln!(out, "{:?} {sql}", it.spelling).unwrap();
                }
                _ => {}
            }
        }
        out
    });
    expect![[r#"
        1: 
           Postgresql: CREATE TABLE t ( id SERIAL NOT NULL, name VARCHAR(20), PRIMARY KEY (id) )
           Mysql: CREATE TABLE t ( id INTEGER NOT NULL AUTO_INCREMENT, name VARCHAR(20), PRIMARY KEY (id) )
        Some(1) CREATE TABLE t ( id INTEGER NOT NULL, name VARCHAR(20), PRIMARY KEY (id) )
        2: name VARCHAR(20)
           Postgresql: INSERT INTO t (name) VALUES (%(name)s::VARCHAR) RETURNING t.id
           Mysql: INSERT INTO t (name) VALUES (%s)
        Some(2) INSERT INTO t (name) VALUES (?)
        3: id INTEGER
         ! Postgresql: 'OnConflictDoNothing' object has no attribute 'constraint_target'
         ! Mysql: Compiler <sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object at 0x7f0000000000> can't render element of type <class 'sqlalchemy.dialects.sqlite.dml.OnConflictDoNothing'>
        Some(3) INSERT INTO t (id) VALUES (?) ON CONFLICT DO NOTHING
        4: id_1_1 INTEGER, id_1_2 INTEGER, param_1 INTEGER, param_2 INTEGER
           Postgresql: SELECT t.id, t.name FROM t WHERE t.id IN (%(id_1_1)s::INTEGER, %(id_1_2)s::INTEGER) LIMIT %(param_1)s::INTEGER
           Mysql: SELECT t.id, t.name FROM t WHERE t.id IN (%s, %s) LIMIT %s
        Some(4) SELECT t.id, t.name FROM t WHERE t.id IN (?, ?) LIMIT ? OFFSET ?
        5: id_1_1 INTEGER, id_1_2 INTEGER, id_1_3 INTEGER, param_1 INTEGER, param_2 INTEGER
           Postgresql: SELECT t.id, t.name FROM t WHERE t.id IN (%(id_1_1)s::INTEGER, %(id_1_2)s::INTEGER, %(id_1_3)s::INTEGER) LIMIT %(param_1)s::INTEGER
           Mysql: SELECT t.id, t.name FROM t WHERE t.id IN (%s, %s, %s) LIMIT %s
        Some(5) SELECT t.id, t.name FROM t WHERE t.id IN (?, ?, ?) LIMIT ? OFFSET ?
        Some(4) SELECT t.id, t.name FROM t WHERE t.id IN (?, ?) LIMIT ? OFFSET ?
        None SELECT 1
    "#]].assert_eq(&told);
}
