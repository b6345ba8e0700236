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
  await playground.rowsOf("del").first().hover();
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
