// A program typed into the page runs there, and the page shows the SQL it caused.
import { expect, SHELF, test } from "./playground.js";

test("shows each statement in order with its kind and line", async ({ playground }) => {
  await playground.open();
  expect(await playground.run(SHELF)).toBe("finished");
  const statements = await playground.statements();
  expect(statements.map((it) => it.number)).toEqual(statements.map((_, index) => index + 1));
  expect(new Set(statements.map((it) => it.kind))).toEqual(new Set(["other", "ddl", "insert", "select", "update", "delete"]));
  const lazy = statements.filter((it) => it.kind === "select" && /FROM book\b/.test(it.sql) && it.line === 31);
  expect(lazy).toHaveLength(2);
  expect(lazy[0].sql).toBe(
    "SELECT book.id, book.title, book.author_id \nFROM book \nWHERE ? = book.author_id",
  );
  expect(lazy.map((it) => it.parameters.join())).toEqual(["(1,)", "(2,)"]);
  await expect(playground.rows.first()).toBeVisible();
});

test("shows what the program prints", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  await playground.openTab("Output");
  await expect(playground.panel).toContainText("Ada [\"Ada's book\"]");
  expect(await playground.printed()).toBe("Ada [\"Ada's book\"]\nBo [\"Bo's book\"]\n");
});

test("runs from the keyboard", async ({ playground }) => {
  await playground.open();
  await playground.write("print(1 + 1)\n");
  await playground.page.keyboard.press("ControlOrMeta+Enter");
  expect(await playground.ended()).toBe("finished");
  expect(await playground.printed()).toBe("2\n");
});

test("runs a program that was started while the interpreter loads", async ({ playground }) => {
  await playground.open();
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  expect((await playground.statements()).length).toBeGreaterThan(0);
});

test("starts each run afresh", async ({ playground }) => {
  await playground.open();
  await playground.run("kept = 1\nimport sqlalchemy\nsqlalchemy.kept = 1\n");
  expect(await playground.run("import sqlalchemy\nprint('kept' in globals())\n")).toBe("finished");
  expect(await playground.printed()).toBe("False\n");
});

test("filters the log by kind", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  for (const kind of ["SELECT", "INSERT", "UPDATE", "DELETE", "Schema"]) await expect(playground.chip(kind)).toHaveAttribute("aria-pressed", "true");
  await expect(playground.rowsOf("ddl").first()).toBeVisible();
  await playground.chip("Schema").click();
  await expect(playground.rowsOf("ddl")).toHaveCount(0);
  await expect(playground.rowsOf("ins").first()).toBeVisible();
});

test("marks a statement's line in the editor, and counts statements beside each line", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  await expect.poll(() => playground.lineCount(31)).toBe("2");
  await playground.rowsOf("ins").first().hover();
  await expect(playground.linkedLine()).toContainText("session.commit()");
});

test("a row opens to the statement in full", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  const row = playground.rowsOf("upd").first();
  await row.getByRole("button", { name: /details$/ }).click();
  await expect(playground.log.locator(".log-detail")).toContainText("UPDATE author SET name=? WHERE author.id = ?");
});

test("the same program gives the same virtual time", async ({ playground }) => {
  await playground.open();
  const program = `import time
${SHELF}
time.sleep(2)
print(time.perf_counter())
`;
  await playground.run(program);
  const first = await playground.printed();
  await playground.run(program);
  expect(await playground.printed()).toBe(first);
});

const AGAIN = `from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, select
engine = create_engine("sqlite://")
item = Table("item", MetaData(), Column("id", Integer, primary_key=True), Column("name", String(20)))
item.metadata.create_all(engine)
with engine.connect() as conn:
    for n in (1, 2, 1, 1):
        conn.execute(select(item.c.name).where(item.c.id == n, item.c.name.in_(["it's", "b, c"])))
`;

test("tells the parameters one by one, with names and types", async ({ playground }) => {
  await playground.open();
  await playground.run(AGAIN);
  await playground.groupRepeats(false);
  const detail = await playground.openDetail(playground.rows.filter({ hasText: "FROM item" }).first());
  await expect(detail).toContainText("id_1 = 1  INTEGER");
  await expect(detail).toContainText(`name_1_1 = "it's"  VARCHAR(20)`);
  await expect(detail).toContainText("name_1_2 = 'b, c'  VARCHAR(20)");
  await expect(detail).toContainText("4 statements in this run, 3 with these parameters");
});

test("reads a statement as PostgreSQL and MySQL would get it", async ({ playground }) => {
  await playground.open();
  await playground.run(AGAIN);
  await playground.groupRepeats(false);
  const detail = await playground.openDetail(playground.rows.filter({ hasText: "FROM item" }).first());
  const choice = detail.getByRole("group", { name: "Read the SQL for" });
  await choice.getByRole("button", { name: "PostgreSQL" }).click();
  await expect(detail).toContainText("WHERE item.id = %(id_1)s::INTEGER AND item.name IN (%(name_1_1)s::VARCHAR, %(name_1_2)s::VARCHAR)");
  await expect(choice.getByRole("button", { name: "PostgreSQL" })).toHaveAttribute("aria-pressed", "true");
  await choice.getByRole("button", { name: "MySQL" }).click();
  await expect(detail).toContainText("WHERE item.id = %s AND item.name IN (%s, %s)");
  await choice.getByRole("button", { name: "SQLite, as sent" }).click();
  await expect(detail).toContainText("WHERE item.id = ? AND item.name IN (?, ?)");
});

test("says where the same SQL was sent with the same parameters", async ({ playground }) => {
  await playground.open();
  await playground.run(AGAIN);
  await expect(playground.rows.filter({ hasText: "× 4 same shape" })).toContainText("2 same parameters");
  await playground.groupRepeats(false);
  const again = playground.rows.filter({ hasText: /same as \d/ });
  await expect(again).toHaveCount(2);
  await expect(again.first()).toContainText("same as 4");
});
