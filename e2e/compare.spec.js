// The program with each loading strategy forced, side by side: what each took, which one is best, and the edit for it.
import { expect, test } from "./playground.js";

const PROGRAM = `from sqlalchemy import ForeignKey, create_engine, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

AUTHORS = 30  # size


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship()


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(Author), [{"id": n, "name": f"a{n}"} for n in range(AUTHORS)])
    conn.execute(insert(Book), [{"title": f"b{n}", "author_id": n % AUTHORS} for n in range(5 * AUTHORS)])
with Session(engine) as session:
    total = 0
    for author in session.scalars(select(Author).order_by(Author.id)).unique():
        total += len(author.books)
    print(total)
`;
const READ_LINE = 33;
const BOOKS = '    books: Mapped[list["Book"]] = relationship()';

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.write(PROGRAM);
});

test("gives what each of seven variants took", async ({ playground }) => {
  await playground.compare.run();
  const table = await playground.compare.table();
  expect(Object.keys(table)).toEqual(["As written", "lazy", "joined", "selectin", "subquery", "immediate", "raise"]);
  const base = table.joined.Statements;
  const statements = Object.fromEntries(Object.entries(table).map(([name, it]) => [name, it.Statements - base]));
  expect(statements).toEqual({ "As written": 30, lazy: 30, joined: 0, selectin: 1, subquery: 1, immediate: 30, raise: 0 });
  expect(table["As written"]["Round trips"] - table.joined["Round trips"]).toBe(30);
  expect(table.joined["Repeated rows"]).toBe(120);
  expect(table.lazy["Repeated rows"]).toBe(0);
  expect(table.joined.Rows).toBe(150);
  expect(table.lazy.Rows).toBe(180);
  expect(table.selectin.Rows).toBe(180);
});

test("tells the same output, and where raise stopped", async ({ playground }) => {
  await playground.compare.run();
  const table = await playground.compare.table();
  for (const name of ["As written", "lazy", "joined", "selectin", "subquery", "immediate"]) expect(table[name].Output).toBe("same");
  expect(table.raise.Output).toBe("raised");
  await expect(playground.compare.row("raise")).toContainText(`stopped at line ${READ_LINE}`);
});

test("tells where another strategy prints something else", async ({ playground }) => {
  await playground.write(PROGRAM.replace("print(total)", 'print(total, "books" in author.__dict__)')
    .replace("total += len(author.books)", "total += 1"));
  await playground.compare.run();
  const table = await playground.compare.table();
  expect(table.lazy.Output).toBe("same");
  expect(table.raise.Output).toBe("same");
  expect(table.selectin.Output).toContain("different");
  await playground.compare.row("selectin").getByText("different").click();
  await expect(playground.compare.row("selectin")).toContainText("as written: 30 False");
});

test("recommends selectin with its edit, which was tried", async ({ playground }) => {
  await playground.compare.run();
  const { recommendation, diff } = playground.compare;
  await expect(recommendation).toContainText("Recommended: selectin");
  const table = await playground.compare.table();
  await expect(recommendation).toContainText(`${table["As written"].Statements} statements become ${table.selectin.Statements}`);
  await expect(diff).toContainText("main.py line 15");
  await expect(diff).toContainText(BOOKS);
  await expect(diff).toContainText('relationship(lazy="selectin")');
  await expect(recommendation).toContainText("output checked");
});

test("the edit is applied with one press, and undone with one", async ({ playground, page }) => {
  await playground.compare.run();
  await playground.compare.applyButton.click();
  await expect.poll(() => playground.text()).toContain('relationship(lazy="selectin")');
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => playground.text()).not.toContain("lazy=");
  await expect.poll(() => playground.text()).toContain(BOOKS);
});

test("the applied program runs with the statements that were promised", async ({ playground }) => {
  await playground.compare.run();
  const { selectin } = await playground.compare.table();
  await playground.compare.applyButton.click();
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  expect(await playground.statements()).toHaveLength(selectin.Statements);
  expect(await playground.printed()).toBe("150\n");
});

test("another round trip prices the variants anew without running them", async ({ playground }) => {
  await playground.compare.run();
  const before = await playground.compare.table();
  const told = (await playground.told()).length;
  await playground.roundTrip.fill("10");
  await expect(playground.compare.recommendation).toContainText("at 200 ms");
  const after = await playground.compare.table();
  expect((await playground.told()).length).toBe(told);
  expect(after.lazy.Statements).toBe(before.lazy.Statements);
  expect(after.lazy["Real time"]).toBe(before.lazy["Real time"]);
  expect(after.lazy["With round trips"]).toMatch(/^[78]\.\d+ s$/);
  expect(after.lazy["With round trips"]).not.toBe(before.lazy["With round trips"]);
});

test("the reader's own run, its log and what it left behind stay as they are", async ({ playground }) => {
  expect(await playground.run(PROGRAM)).toBe("finished");
  const count = (await playground.statements()).length;
  await playground.console.show();
  await playground.console.say("mark = [total]");
  await playground.compare.run();
  await expect(playground.logTab).toHaveText(`SQL log${count}`);
  await expect(playground.timeline).toContainText("End of the run");
  await playground.console.show();
  await expect(playground.console.output).toContainText("150");
  expect(await playground.console.say("mark, session.scalar(select(Author.name).where(Author.id == 7))")).toBe("([150], 'a7')\n");
});

test("only one relationship can be forced", async ({ playground }) => {
  await playground.run(PROGRAM);
  await playground.openTab("Compare");
  await playground.compare.relationship.selectOption("Author.books");
  await playground.compare.run();
  await expect(playground.compare.diff).toContainText('relationship(lazy="selectin")');
});

test("a chart and a table tell the time against the round trip", async ({ playground }) => {
  await playground.compare.run();
  const { results } = playground.compare;
  await expect(results.getByRole("img", { name: "Total time of each variant against the round trip" })).toContainText("now 1 ms");
  await expect(results).toContainText(/As written grows by \d+(\.\d)? ms for each millisecond\./);
  await results.getByText("The lines as a table").click();
  await expect(results.getByRole("table").nth(1).getByRole("row")).toHaveCount(8);
});

test("a program that fails is compared as far as it runs", async ({ playground }) => {
  await playground.write(`${PROGRAM}raise ValueError("enough")\n`);
  await playground.compare.run();
  await expect(playground.compare.row("As written")).toContainText("stopped at line 35");
});

test("a program with an error in its text is told so", async ({ playground, page }) => {
  await playground.write("def f(:\n");
  await playground.openTab("Compare");
  await page.getByRole("button", { name: /^Compare$/ }).first().click();
  await expect(playground.panel).toContainText(/invalid syntax|SyntaxError/i);
});

test("a comparison can be stopped, and begun again", async ({ playground, page }) => {
  await playground.write(`${PROGRAM}if AUTHORS == 30:\n    while True:\n        pass\n`);
  await playground.openTab("Compare");
  await page.getByRole("button", { name: /^Compare$/ }).first().click();
  await expect(page.getByText("Running variant 1 of 7")).toBeVisible();
  await playground.panel.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Compare", exact: true }).first()).toBeEnabled();
  await playground.write(PROGRAM);
  await playground.compare.run();
  expect((await playground.compare.table()).lazy.Output).toBe("same");
});

test("growth is measured at the declared sizes", async ({ playground, page }) => {
  test.setTimeout(240_000);
  await playground.compare.run();
  const { lazy, selectin } = await playground.compare.table();
  await page.getByRole("button", { name: "Measure growth" }).click();
  const rows = playground.compare.growth.getByRole("row");
  const lazyRow = rows.filter({ hasText: /^lazy/ });
  await expect(lazyRow).toContainText(`${lazy.Statements - 20} statements`, { timeout: 60_000 });
  await expect(lazyRow).toContainText(`${lazy.Statements + 970} statements`.replace(/^(\d)(\d{3})/, "$1,$2"), { timeout: 120_000 });
  await expect(rows.filter({ hasText: /^selectin/ })).toContainText(`${selectin.Statements} statements`);
  const chart = page.getByRole("img", { name: /^Total time of each variant against the data size/ });
  await expect(chart.getByText("selectin")).toBeVisible();
  await expect(chart.getByText("10,000", { exact: true })).toBeVisible();
});
