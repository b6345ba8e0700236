// Long runs: the reader is asked whether they are to go on, and every panel stays quick.
import { expect, test } from "./playground.js";

const ENDLESS = `from sqlalchemy import create_engine, text
with create_engine("sqlite://").connect() as conn:
    while True:
        conn.execute(text("SELECT 1"))
`;
const MANY = `from sqlalchemy import create_engine, text
with create_engine("sqlite://").begin() as conn:
    conn.execute(text("CREATE TABLE number (n INTEGER PRIMARY KEY, twice INTEGER)"))
    for n in range(10_000):
        conn.execute(text("INSERT INTO number VALUES (:n, :twice)"), {"n": n, "twice": 2 * n})
`;
const asks = (playground) => playground.notices.getByRole("alert").filter({ hasText: "A long run" });

test("after 5,000 statements a run asks, and Stop keeps what there is", async ({ playground }) => {
  await playground.open();
  await playground.write(ENDLESS);
  await playground.start();
  await expect(asks(playground)).toContainText(/\d,\d{3} statements/);
  await asks(playground).getByRole("button", { name: "Stop" }).click();
  await playground.ended();
  await expect(playground.notices).toContainText(/Stopped after \d+,\d{3} statements/);
  await expect(playground.rows.first()).toBeVisible();
  expect(await playground.run("print('alive')\n")).toBe("finished");
});

test("a run that may go on does not ask again", async ({ playground }) => {
  await playground.open();
  await playground.write(ENDLESS);
  await playground.start();
  await asks(playground).getByRole("button", { name: "Go on" }).click();
  await expect(asks(playground)).toHaveCount(0);
  await expect(playground.stopButton).toBeEnabled();
  await expect(playground.notices).toContainText("Running");
  await playground.stopButton.click();
  await playground.ended();
});

test("after ten seconds a run without statements asks, too", async ({ playground }) => {
  await playground.open();
  await playground.write("while True:\n    pass\n");
  await playground.start();
  await expect(asks(playground)).toBeVisible({ timeout: 30_000 });
  await playground.stopButton.click();
  await playground.ended();
});

test("another run asks anew", async ({ playground }) => {
  await playground.open();
  await playground.write(ENDLESS);
  await playground.start();
  await asks(playground).getByRole("button", { name: "Go on" }).click();
  await playground.stopButton.click();
  await playground.ended();
  await playground.start();
  await expect(asks(playground)).toBeVisible();
  await playground.stopButton.click();
  await playground.ended();
});

test("a short run does not ask", async ({ playground }) => {
  await playground.open();
  await playground.run("from sqlalchemy import create_engine, text\nwith create_engine('sqlite://').connect() as conn:\n    for n in range(1_000):\n        conn.execute(text('SELECT 1'))\n");
  await expect(asks(playground)).toHaveCount(0);
});

test("after 10,000 statements the data of any moment is shown at once", async ({ playground }) => {
  test.setTimeout(120_000);
  await playground.open();
  expect(await playground.run(MANY)).toBe("finished");
  await playground.data.show();
  await expect(playground.data.tables).toHaveText([/^number10,000/]);
  const half = (await playground.statements()).filter((it) => it.kind === "insert")[4_999];
  await playground.goTo(half);
  await expect(playground.data.tables).toHaveText([/^number5,000/]);
  await expect.poll(async () => (await playground.data.rows())[0]).toBe("+ 4999 9998");
  expect((await playground.data.rows()).length).toBeLessThan(200);
});

test("a thousand shapes of statements have plans without freezing the page", async ({ playground }) => {
  await playground.open();
  expect(await playground.run(`from sqlalchemy import create_engine, text
with create_engine("sqlite://").begin() as conn:
    conn.execute(text("CREATE TABLE number (n INTEGER PRIMARY KEY)"))
    for n in range(1_000):
        conn.execute(text(f"SELECT n AS c{n} FROM number"))
`)).toBe("finished");
  await playground.plan.show();
  await expect(playground.plan.items.first()).toBeVisible();
  await expect(playground.plan.now).toContainText("SCAN number");
});

test("a comparison of variants that send thousands of statements comes to its end", async ({ playground }) => {
  test.setTimeout(120_000);
  await playground.open();
  await playground.write(`from sqlalchemy import ForeignKey, create_engine, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
class Base(DeclarativeBase):
    pass
class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[list["Book"]] = relationship()
class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(Author), [{"id": n} for n in range(1_200)])
    conn.execute(insert(Book), [{"author_id": n % 1_200} for n in range(6_000)])
with Session(engine) as session:
    print(sum(len(it.books) for it in session.scalars(select(Author)).unique()))
`);
  await playground.compare.run();
  const table = await playground.compare.table();
  const selects = Object.fromEntries(Object.entries(table).map(([name, it]) => [name, it.Statements - table.joined.Statements + 1]));
  expect(selects).toMatchObject({ "As written": 1_201, lazy: 1_201, joined: 1, selectin: 4, subquery: 2, immediate: 1_201 });
});
