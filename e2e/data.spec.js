// The tables at every moment: their rows, what a statement changed, who set a cell, and files out and in.
import { expect, test } from "./playground.js";

const PROGRAM = `from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    born: Mapped[int | None]


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


engine = create_engine("sqlite:///shelf.db")
Base.metadata.create_all(engine)
with Session(engine) as session:
    ada, bo, cy = Author(name="Ada", born=1815), Author(name="Bo", born=1900), Author(name="Cy", born=1990)
    session.add_all([ada, bo, cy, Note(text="a, \\"b\\"")])
    session.commit()
    ada.name = "Adele"
    session.commit()
    session.delete(bo)
    session.commit()
    session.add(Author(name="Ghost"))
    session.flush()
    session.rollback()
`;
/** The commit that flushes the new name. */
const FLUSH_LINE = 29;

test.beforeEach(async ({ playground }) => {
  await playground.open();
});

/** Runs the program and shows the data; resolves to its statements of a kind. */
async function ran(playground) {
  expect(await playground.run(PROGRAM)).toBe("finished");
  const statements = await playground.statements();
  await playground.data.show();
  return (kind, words = "") => statements.filter((it) => it.kind === kind && it.sql.includes(words));
}

test("shows the rows that the run left, and what was rolled back is not among them", async ({ playground }) => {
  await ran(playground);
  await expect(playground.data.tables).toHaveText([/^author2/, /^note1/]);
  await playground.data.choose("author");
  await playground.data.expectRows(["1 Adele 1815", "3 Cy 1990"]);
  await playground.data.choose("note");
  await playground.data.expectRows(['1 a, "b"']);
});

test("marks what a statement added", async ({ playground }) => {
  const of = await ran(playground);
  const [, second] = of("insert", "INTO author");
  await playground.goTo(second);
  await playground.data.choose("author");
  await playground.data.expectRows(["+ 2 Bo 1900", "1 Ada 1815"]);
});

test("marks what a statement changed, with the old value", async ({ playground }) => {
  const of = await ran(playground);
  await playground.goTo(of("update")[0]);
  await playground.data.expectRows(["~ 1 Ada→Adele 1815", "2 Bo 1900", "3 Cy 1990"]);
});

test("marks what a statement deleted", async ({ playground }) => {
  const of = await ran(playground);
  await playground.goTo(of("delete")[0]);
  await playground.data.expectRows(["− 2 Bo 1900", "1 Adele 1815", "3 Cy 1990"]);
});

test("a row that is rolled back later is there until then", async ({ playground }) => {
  const of = await ran(playground);
  await playground.goTo(of("insert", "INTO author").at(-1));
  await playground.data.expectRows(["+ 4 Ghost NULL", "1 Adele 1815", "3 Cy 1990"]);
  await playground.goToEnd();
  await playground.data.choose("author");
  await playground.data.expectRows(["1 Adele 1815", "3 Cy 1990"]);
});

test("steps through the run with comma and full stop", async ({ playground, page }) => {
  const of = await ran(playground);
  await playground.data.choose("author");
  const update = of("update")[0];
  await playground.goTo(update);
  await playground.logTab.focus();
  await page.keyboard.press(",");
  await playground.data.expectRows(["1 Ada 1815", "2 Bo 1900", "3 Cy 1990"]);
  await page.keyboard.press(".");
  await playground.data.expectRows(["~ 1 Ada→Adele 1815", "2 Bo 1900", "3 Cy 1990"]);
});

test("before a table is created it is not listed", async ({ playground }) => {
  const of = await ran(playground);
  const [first, second] = of("ddl");
  await playground.goTo(first);
  await expect(playground.data.tables).toHaveCount(1);
  await playground.goTo(second);
  await expect(playground.data.tables).toHaveCount(2);
});

test("changes can be told since the run began", async ({ playground }) => {
  await ran(playground);
  await playground.data.choose("author");
  await playground.data.since.selectOption("the run began");
  await playground.data.expectRows(["+ 1 Adele 1815", "+ 3 Cy 1990"]);
});

test("changes can be told since the transaction began", async ({ playground }) => {
  const of = await ran(playground);
  await playground.data.since.selectOption("the transaction began");
  await playground.goTo(of("insert", "INTO note")[0]);
  await playground.data.choose("author");
  await playground.data.expectRows(["+ 1 Ada 1815", "+ 2 Bo 1900", "+ 3 Cy 1990"]);
});

test("says who set a cell: the statement, its line, and what stood there before", async ({ playground }) => {
  const of = await ran(playground);
  await playground.data.choose("author");
  await playground.data.ask("name", "author 1");
  const story = playground.data.story;
  await expect(story).toContainText("Who set author 1, name = Adele?");
  const settings = story.getByRole("listitem");
  await expect(settings).toHaveCount(2);
  await expect(settings.first()).toContainText(`Adele set by UPD statement ${of("update")[0].number}`);
  await expect(settings.first()).toContainText(`line ${FLUSH_LINE}`);
  await expect(settings.last()).toContainText(`Ada set by INS statement ${of("insert", "INTO author")[0].number}`);
});

test("who set a cell leads to the line in the editor, and to the statement in the log", async ({ playground }) => {
  const of = await ran(playground);
  await playground.data.choose("author");
  await playground.data.ask("name", "author 1");
  await playground.data.story.getByRole("button", { name: `line ${FLUSH_LINE}`, exact: true }).first().click();
  await expect.poll(() => playground.cursorLine()).toBe(FLUSH_LINE);
  const update = of("update")[0];
  await playground.data.story.getByRole("button", { name: `statement ${update.number}`, exact: true }).click();
  await expect(playground.logTab).toHaveAttribute("aria-selected", "true");
  await expect(playground.nowRow).toContainText("UPDATE author");
});

test("filters rows by words", async ({ playground }) => {
  await ran(playground);
  await playground.data.choose("author");
  await playground.data.words.fill("ADEL");
  await playground.data.expectRows(["1 Adele 1815"]);
  await playground.data.words.fill("nobody");
  await playground.data.expectRows([]);
  await expect(playground.panel).toContainText("No rows.");
});

test("sorts by a column, up, down and not at all", async ({ playground }) => {
  await ran(playground);
  await playground.data.choose("author");
  const born = playground.data.column("born");
  const heading = playground.data.grid.getByRole("columnheader", { name: "born" });
  await born.click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await playground.data.expectRows(["1 Adele 1815", "3 Cy 1990"]);
  await born.click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await playground.data.expectRows(["3 Cy 1990", "1 Adele 1815"]);
  await born.click();
  await expect(heading).toHaveAttribute("aria-sort", "none");
  await playground.data.expectRows(["1 Adele 1815", "3 Cy 1990"]);
});

test("shows only changed rows when asked", async ({ playground }) => {
  const of = await ran(playground);
  await playground.goTo(of("update")[0]);
  await playground.data.onlyChanged.check();
  await playground.data.expectRows(["~ 1 Ada→Adele 1815"]);
});

test("shows the text of the table's schema", async ({ playground }) => {
  await ran(playground);
  await playground.data.choose("author");
  await expect(playground.data.schema).toContainText("CREATE TABLE author");
  await expect(playground.data.schema).toContainText("name VARCHAR NOT NULL");
});

test("downloads the shown table as .csv", async ({ playground }) => {
  await ran(playground);
  await playground.data.choose("note");
  const { name, bytes } = await playground.data.save("csv");
  expect(name).toBe("note.csv");
  expect(bytes.toString().trim().split(/\r?\n/)).toEqual(["id,text", '1,"a, ""b"""']);
});

test("downloads the database as statements", async ({ playground }) => {
  await ran(playground);
  const { name, bytes } = await playground.data.save("sql");
  expect(name).toBe("shelf.sql");
  const text = bytes.toString();
  expect(text).toContain("CREATE TABLE author");
  expect(text).toMatch(/INSERT INTO "?author"? .*1, *'Adele', *1815/);
  expect(text).not.toContain("Ghost");
});

test("downloads the database of the moment", async ({ playground }) => {
  const of = await ran(playground);
  await playground.goTo(of("update")[0]);
  const now = (await playground.data.save("sql")).bytes.toString();
  expect(now).toContain("'Bo'");
  expect(now).toContain("'Adele'");
});

test("a downloaded .sqlite can be opened again for a program to read", async ({ playground }) => {
  await ran(playground);
  const { name, bytes } = await playground.data.save("sqlite");
  expect(name).toBe("shelf.sqlite");
  expect(bytes.subarray(0, 16).toString("latin1")).toBe("SQLite format 3\0");
  await playground.data.open("kept.sqlite", bytes);
  await expect(playground.panel).toContainText('kept.sqlite is there for the program: create_engine("sqlite:///kept.sqlite")');
  expect(await playground.run(`from sqlalchemy import create_engine, text
with create_engine("sqlite:///kept.sqlite").connect() as conn:
    print(conn.execute(text("SELECT name FROM author ORDER BY id")).scalars().all())
`)).toBe("finished");
  expect(await playground.printed()).toBe("['Adele', 'Cy']\n");
});

test("a .csv file can be opened for a program to read", async ({ playground }) => {
  await ran(playground);
  await playground.data.open("people.csv", Buffer.from("name\nEve\n"));
  await expect(playground.panel).toContainText("people.csv is there for the program");
  expect(await playground.run('print(open("people.csv").read())\n')).toBe("finished");
  expect(await playground.printed()).toContain("name\nEve\n");
});

test("a file that was opened outlives a stopped run", async ({ playground }) => {
  await ran(playground);
  await playground.data.open("people.csv", Buffer.from("name\nEve\n"));
  await expect(playground.panel).toContainText("people.csv is there for the program");
  await playground.write("while True:\n    pass\n");
  await playground.start();
  await playground.running();
  await playground.stopButton.click();
  await playground.ended();
  expect(await playground.run('print(open("people.csv").read())\n')).toBe("finished");
  expect(await playground.printed()).toContain("name\nEve\n");
});

test("a file that is no database gets a message, and nothing else changes", async ({ playground }) => {
  await ran(playground);
  await playground.data.choose("author");
  const told = (await playground.told()).length;
  await playground.data.open("shelf.db", Buffer.from("SQLite is not in here"));
  await expect(playground.panel).toContainText("shelf.db is no SQLite database, and no .csv file. Nothing was opened.");
  expect((await playground.told()).length).toBe(told);
  await playground.data.expectRows(["1 Adele 1815", "3 Cy 1990"]);
  await expect.poll(() => playground.text()).toContain('create_engine("sqlite:///shelf.db")');
});

test("a stopped run says that its data is gone", async ({ playground }) => {
  await playground.write(`${PROGRAM}while True:\n    pass\n`);
  await playground.start();
  await playground.running();
  await expect(playground.logTab).toContainText(/\d/);
  await playground.stopButton.click();
  await playground.ended();
  await playground.openTab("Data");
  await expect(playground.panel).toContainText("The run was stopped, and what the databases held went with it.");
});

test("draws only the rows in sight of a large table", async ({ playground }) => {
  await playground.run(`from sqlalchemy import create_engine, text
with create_engine("sqlite://").begin() as conn:
    conn.execute(text("CREATE TABLE number (n INTEGER PRIMARY KEY, word TEXT)"))
    conn.execute(text("INSERT INTO number VALUES (:n, :word)"), [{"n": n, "word": f"word {n}"} for n in range(10_000)])
`);
  await playground.data.show();
  await expect(playground.data.tables).toHaveText([/^number10,000/]);
  await expect.poll(async () => (await playground.data.rows()).length).toBeGreaterThan(5);
  expect((await playground.data.rows()).length).toBeLessThan(200);
  await playground.data.grid.evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await expect.poll(async () => (await playground.data.rows()).at(-1)).toBe("9999 word 9999");
});
