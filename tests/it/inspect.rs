//! What the page can ask about a finished run: rows at each moment, plans, advice, downloads, models, a console.

use super::watched::watched;
use expect_test::{Expect, expect};
use orm_playground::{
    engine::native::NativeDriver,
    orm::forced,
    protocol::{
        Advice, Answer, DataCell, DataHistory, DownloadFormat, Event, File, Loading, Models, Outcome, Question,
        StatementFacts,
    },
    python::host::SourceFile,
    worker::{
        inspect::Inspector,
        measure::{self, Meter},
        record::Recorder,
        runner::{RunTime, Runner},
    },
};
use std::{fmt::Write, rc::Rc};

const HEAD: &str = "\
from sqlalchemy import *
from sqlalchemy.orm import *
engine = create_engine('sqlite://')
";

/// Runs a program and asks.
fn after(program: &str, ask: impl FnOnce(&mut Inspector, &[Event]) -> String + Send + 'static) -> String {
    let text = format!("{HEAD}{program}");
    watched(text, move |runner, trace, events| {
        let mut inspector =
            Inspector::new(runner.driver().unwrap(), runner.journal().tape(), trace.marks(), real_micros);
        ask(&mut inspector, events)
    })
}

fn real_micros() -> u64 {
    use std::time::{SystemTime, UNIX_EPOCH};
    u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_micros()).unwrap()
}

fn facts(inspector: &mut Inspector, question: &Question) -> String {
    match inspector.answer(question) {
        Answer::Facts { json } => json,
        Answer::Unknown { message } => message,
        Answer::Files { files } => {
            files.into_iter().map(|(name, bytes)| format!("{name}\n{}", String::from_utf8_lossy(&bytes))).collect()
        }
    }
}

fn cell(cell: &DataCell) -> String {
    match cell {
        DataCell::Null => "NULL".to_owned(),
        DataCell::Integer(it) => it.to_string(),
        DataCell::Real(it) => it.to_string(),
        DataCell::Text(it) => it.clone(),
        DataCell::Blob { size_bytes, start } => format!("<{size_bytes} {start}>"),
    }
}

fn check_history(program: &str, expected: Expect) {
    let shown = after(program, |inspector, _| {
        let json = facts(inspector, &Question::Data);
        let Ok(history) = serde_json::from_str::<DataHistory>(&json) else { return json };
        let mut out = String::new();
        for it in &history.tables {
            let columns: Vec<_> = it.columns.iter().map(|it| &*it.name).collect();
            let until = it.until.map_or_else(String::new, |it| format!(" to {it}"));
            let database = &history.databases[it.database as usize];
            writeln!(out, "{database} {}({}) from {}{until}", it.name, columns.join(", "), it.from).unwrap();
        }
        for it in &history.changes {
            let table = &history.tables[it.table as usize].name;
            let cells = it
                .cells
                .as_ref()
                .map_or_else(|| "removed".to_owned(), |it| it.iter().map(cell).collect::<Vec<_>>().join(", "));
            writeln!(out, "{}: {table} {}: {cells}", it.step, cell(&it.row)).unwrap();
        }
        out
    });
    expected.assert_eq(&shown);
}

#[test]
fn history_tells_every_row_that_a_statement_changes() {
    check_history(
        "\
with engine.begin() as c:
    c.exec_driver_sql('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB)')
    c.exec_driver_sql('INSERT INTO t VALUES (?, ?, ?)', [(1, 'a', b'xy'), (2, 'b', None)])
    c.exec_driver_sql(\"UPDATE t SET name = name || '!' WHERE id = 2\")
    c.exec_driver_sql('UPDATE t SET id = 7 WHERE id = 1')
    c.exec_driver_sql('SELECT * FROM t')
    c.exec_driver_sql(\"INSERT OR REPLACE INTO t VALUES (7, 'c', 1.5)\")
    c.exec_driver_sql('DELETE FROM t')
",
        expect![[r#"
            :memory: t(id, name, data) from 2
            4: t 1: 1, a, <2 7879>
            4: t 2: 2, b, NULL
            6: t 2: 2, b!, NULL
            8: t 1: removed
            8: t 7: 7, a, <2 7879>
            12: t 7: removed
            12: t 7: 7, c, 1.5
            14: t 2: removed
            14: t 7: removed
        "#]],
    );
}

#[test]
fn history_takes_back_what_is_rolled_back() {
    check_history(
        "\
with engine.begin() as c:
    c.exec_driver_sql('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE)')
    c.exec_driver_sql(\"INSERT INTO t VALUES (1, 'a')\")
with engine.connect() as c:
    c.exec_driver_sql(\"UPDATE t SET name = 'b'\")
    n = c.begin_nested()
    c.exec_driver_sql(\"INSERT INTO t VALUES (2, 'c')\")
    n.rollback()
    try: c.exec_driver_sql(\"INSERT INTO t SELECT 5, 'x' UNION ALL SELECT 6, 'b'\")
    except Exception as e: print(type(e))
    c.rollback()
    c.exec_driver_sql('CREATE TABLE u (x)')
    c.exec_driver_sql('INSERT INTO u VALUES (1)')
    c.rollback()
",
        expect![[r#"
            :memory: t(id, name) from 2
            :memory: u(x) from 16
            4: t 1: 1, a
            6: t 1: 1, b
            10: t 2: 2, c
            12: t 2: removed
            14: t 5: 5, x
            14: t 5: removed
            15: t 1: 1, a
            18: u 1: 1
            19: u 1: removed
        "#]],
    );
}

#[test]
fn history_follows_changed_tables_files_and_keys_of_several_columns() {
    check_history(
        "\
e = create_engine('sqlite:///shop.db')
with e.begin() as c:
    c.exec_driver_sql('CREATE TABLE k (a TEXT, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID')
    c.exec_driver_sql(\"INSERT INTO k VALUES ('x', 1)\")
    c.exec_driver_sql('ALTER TABLE k ADD COLUMN note')
    c.exec_driver_sql(\"UPDATE k SET note = 'n'\")
    c.exec_driver_sql('CREATE TABLE gone (x)')
    c.exec_driver_sql('DROP TABLE gone')
    c.exec_driver_sql('CREATE INDEX ix ON k (note)')
d = create_engine('sqlite:///shop.db')
with d.begin() as c:
    c.exec_driver_sql(\"INSERT INTO k VALUES ('y', 2, NULL)\")
",
        expect![[r#"
            /home/shop.db k(a, b) from 2 to 6
            /home/shop.db k(a, b, note) from 6
            /home/shop.db gone(x) from 10 to 12
            4: k 'x', 1: x, 1
            6: k 'x', 1: x, 1, NULL
            8: k 'x', 1: x, 1, n
            16: k 'y', 2: y, 2, NULL
        "#]],
    );
}

const LIBRARY: &str = "\
class Base(DeclarativeBase): pass
class Author(Base):
    __tablename__ = 'author'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list['Book']] = relationship(back_populates='author')
class Book(Base):
    __tablename__ = 'book'
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str | None] = mapped_column(String(30))
    author_id: Mapped[int] = mapped_column(ForeignKey('author.id'))
    author: Mapped[Author] = relationship(back_populates='books')
Base.metadata.create_all(engine)
with engine.begin() as c:
    c.execute(insert(Author), [{'name': f'A{n}'} for n in range(30)])
    c.execute(insert(Book), [{'title': None if n % 2 else \"it's\", 'author_id': n % 30 + 1} for n in range(150)])
";

#[test]
fn a_statement_is_told_with_its_values_plan_and_result() {
    let program = format!(
        "{LIBRARY}
with engine.connect() as c:
    c.execute(select(Book.id, Book.title).where(Book.author_id == 3, Book.title == \"it's\").order_by(Book.title)).all()
"
    );
    let shown = after(&program, |inspector, events| {
        let number = events
            .iter()
            .filter_map(|it| if let Event::StatementExecuted(it) = it { Some(it.number) } else { None })
            .max()
            .unwrap();
        let told: StatementFacts = serde_json::from_str(&facts(inspector, &Question::Statement { number })).unwrap();
        let advice: Vec<Advice> = serde_json::from_str(&facts(inspector, &Question::Advice { number })).unwrap();
        let result = told.result.unwrap();
        let plan: Vec<_> = told.plan.iter().map(|it| it.detail.clone()).collect();
        let tried: Vec<_> =
            advice.iter().map(|it| it.sql.clone()).collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        format!(
            "{}\n{plan:?}\n{} of {}: {:?}\n{tried:#?}\n{}",
            told.literal.replace('\n', ""),
            result.rows.len(),
            result.row_count,
            result.rows[0],
            facts(inspector, &Question::Statement { number: number + 1 })
        )
    });
    expect![[r#"
        SELECT book.id, book.title FROM book WHERE book.author_id = 3 AND book.title = 'it''s' ORDER BY book.title
        ["SCAN book"]
        5 of 5: [Integer(3), Text("it's")]
        [
            "CREATE INDEX \"ix_book_author_id\" ON \"book\" (\"author_id\")",
            "CREATE INDEX \"ix_book_author_id_title\" ON \"book\" (\"author_id\", \"title\")",
            "CREATE INDEX \"ix_book_title\" ON \"book\" (\"title\")",
        ]
        The run is no longer in memory."#]]
    .assert_eq(&shown);
}

#[test]
fn databases_can_be_taken_away_in_three_forms() {
    let program = "\
with engine.begin() as c:
    c.exec_driver_sql('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB)')
    c.exec_driver_sql('INSERT INTO t VALUES (?, ?, ?)', [(1, 'a,\"b', b'xy'), (2, \"it's\", None), (3, '', None)])
    c.exec_driver_sql('DELETE FROM t WHERE id = 2')
";
    let shown = after(program, |inspector, _| {
        let download = |format| Question::Download { number: Some(2), format };
        let csv = DownloadFormat::Csv { database: ":memory:".to_owned(), table: "t".to_owned() };
        let Answer::Files { files } = inspector.answer(&download(DownloadFormat::Sqlite)) else { panic!("files") };
        format!(
            "{}\n{}\n{} {:?}",
            facts(inspector, &download(DownloadFormat::Sql)),
            facts(inspector, &download(csv)).replace('\r', ""),
            files[0].0,
            String::from_utf8_lossy(&files[0].1[..15])
        )
    });
    expect![[r#"
        memory.sql
        PRAGMA foreign_keys=OFF;
        BEGIN TRANSACTION;
        CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB);
        INSERT INTO "t" VALUES(1,'a,"b',X'7879');
        INSERT INTO "t" VALUES(2,'it''s',NULL);
        INSERT INTO "t" VALUES(3,'',NULL);
        COMMIT;

        t.csv
        id,name,data
        1,"a,""b",7879
        2,it's,
        3,"",

        memory.sqlite "SQLite format 3""#]]
    .assert_eq(&shown);
}

#[test]
fn models_are_told_at_the_end_of_a_run() {
    let shown = after(LIBRARY, |_, events| {
        let json = events.iter().find_map(|it| if let Event::ModelsMapped { json } = it { Some(json) } else { None });
        let models: Models = serde_json::from_str(json.unwrap()).unwrap();
        let mut out = String::new();
        for model in &models.models {
            writeln!(out, "{} in {}", model.name, model.table).unwrap();
            for it in &model.columns {
                let marks = [(it.is_primary_key, "PK"), (it.is_nullable, "NULL")];
                let marks: Vec<_> = marks.iter().filter(|it| it.0).map(|it| it.1).collect();
                writeln!(out, "  {} {} {} {:?}", it.name, it.type_name, marks.join(" "), it.references).unwrap();
            }
            for it in &model.relationships {
                writeln!(out, "  {} {:?} {} {} {:?}", it.name, it.direction, it.target, it.lazy, it.back).unwrap();
            }
        }
        out
    });
    expect![[r#"
        Author in author
          id INTEGER PK None
          name VARCHAR  None
          books OneToMany Book select Some("author")
        Book in book
          id INTEGER PK None
          title VARCHAR(30) NULL None
          author_id INTEGER  Some("author.id")
          author ManyToOne Author select Some("books")
    "#]]
    .assert_eq(&shown);
}

#[test]
fn a_forced_strategy_changes_what_is_sent_and_not_what_is_printed() {
    let text = format!(
        "{HEAD}{LIBRARY}
with Session(engine) as s:
    print(sum(len(a.books) for a in s.scalars(select(Author).options(selectinload(Author.books)))))
"
    );
    let run = move || {
        let runner = Runner::new().expect("the interpreter starts");
        runner.set_driver(Rc::new(NativeDriver::default()));
        let mut out = String::new();
        let all = [
            Loading::Select,
            Loading::Joined,
            Loading::Selectin,
            Loading::Subquery,
            Loading::Immediate,
            Loading::Raise,
        ];
        for loading in std::iter::once(None).chain(all.map(Some)) {
            forced::force(measure::forced(loading, None));
            let meter = Rc::new(Meter::default());
            runner.journal().start();
            let main = SourceFile { name: "main.py".to_owned(), text: text.clone(), is_package: false };
            let time = RunTime { start_unix_micros: 0, latency_micros: 1_000 };
            let result = runner.run(main, Rc::new(Vec::<File>::new()), time, meter.clone());
            let it = meter.measured(result, runner.journal(), 1_000, runner.clock().now_micros(), 0);
            let failed =
                if let Outcome::Failed(failure) = &it.outcome { failure.message.clone() } else { String::new() };
            writeln!(
                out,
                "{loading:?}: {} selects, {} rows, {} cells, {} repeated, {} loaded, printed {:?} {failed}",
                it.selects, it.rows, it.cells, it.duplicate_rows, it.loaded_objects, it.output
            )
            .unwrap();
        }
        forced::force(None);
        out
    };
    let shown = std::thread::Builder::new().stack_size(64 << 20).spawn(run).unwrap().join().unwrap();
    expect![[r#"
        None: 2 selects, 180 rows, 510 cells, 0 repeated, 180 loaded, printed "150\n" 
        Some(Select): 31 selects, 180 rows, 510 cells, 0 repeated, 180 loaded, printed "150\n" 
        Some(Joined): 1 selects, 150 rows, 750 cells, 120 repeated, 180 loaded, printed "150\n" 
        Some(Selectin): 2 selects, 180 rows, 510 cells, 0 repeated, 180 loaded, printed "150\n" 
        Some(Subquery): 2 selects, 180 rows, 660 cells, 0 repeated, 180 loaded, printed "150\n" 
        Some(Immediate): 31 selects, 180 rows, 510 cells, 0 repeated, 180 loaded, printed "150\n" 
        Some(Raise): 1 selects, 30 rows, 60 cells, 0 repeated, 30 loaded, printed "" 'Author.books' is not available due to lazy='raise'
    "#]].assert_eq(&shown);
}

#[test]
fn a_console_works_on_what_the_program_left_behind() {
    let text = format!("{HEAD}answer = 41\n");
    let run = move || {
        let runner = Runner::new().expect("the interpreter starts");
        runner.set_driver(Rc::new(NativeDriver::default()));
        let recorder = Rc::new(Recorder::default());
        let main = SourceFile { name: "main.py".to_owned(), text, is_package: false };
        let time = RunTime { start_unix_micros: 0, latency_micros: 1_000 };
        let result = runner.run_and_stay(main, Rc::new(Vec::<File>::new()), time, recorder.clone());
        assert!(result.is_ok());
        let console = runner.console_after().unwrap();
        console.run("answer + 1\n").unwrap();
        let failure = console.run("answer / 0\n").unwrap_err();
        let words =
            (console.completions("print(ans"), console.completions("engine.begi"), console.completions("nothing.x"));
        format!("{:?} {} {words:?}", recorder.take_stdout(), failure.class)
    };
    let shown = std::thread::Builder::new().stack_size(64 << 20).spawn(run).unwrap().join().unwrap();
    expect![[r#""42\n" builtins.ZeroDivisionError (["answer"], ["begin"], [])"#]].assert_eq(&shown);
}

#[test]
fn files_that_the_reader_gives_are_there_in_every_run() {
    let run = move || {
        let runner = Runner::new().expect("the interpreter starts");
        runner.set_driver(Rc::new(NativeDriver::default()));
        runner.put_file("/home/people.csv", b"name\nEve\n");
        let mut printed = Vec::new();
        for _ in 0..2 {
            let recorder = Rc::new(Recorder::default());
            let text = "print(open('people.csv').read())\nopen('people.csv', 'w').write('')\n".to_owned();
            let main = SourceFile { name: "main.py".to_owned(), text, is_package: false };
            let time = RunTime { start_unix_micros: 0, latency_micros: 1_000 };
            let result = runner.run(main, Rc::new(Vec::<File>::new()), time, recorder.clone());
            assert!(result.is_ok(), "{}", result.unwrap_err().traceback);
            printed.push(recorder.take_stdout());
        }
        printed
    };
    let printed = std::thread::Builder::new().stack_size(64 << 20).spawn(run).unwrap().join().unwrap();
    assert_eq!(printed, ["name\nEve\n\n"; 2]);
}
