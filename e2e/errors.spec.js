// A program's errors are shown as Python tells them, and end nothing but the run.
import { expect, SHELF, test } from "./playground.js";

test("endless recursion is a RecursionError", async ({ playground }) => {
  await playground.open();
  expect(await playground.run("def f():\n    return f()\n\nf()\n")).toBe("failed");
  await playground.openTab("Output");
  await expect(playground.panel).toContainText("RecursionError: maximum recursion depth exceeded");
  expect(await playground.run("print('alive')\n")).toBe("finished");
});

test("recursion through special methods is a RecursionError too", async ({ playground }) => {
  await playground.open();
  const program = `class A:
    def __repr__(self):
        return repr(self)
    def __getattr__(self, name):
        return getattr(self, name + "x")

for attempt in (lambda: repr(A()), lambda: A().x, lambda: sorted([A()], key=repr)):
    try:
        attempt()
    except RecursionError as e:
        print(type(e).__name__)
`;
  expect(await playground.run(program)).toBe("finished");
  expect(await playground.printed()).toBe("RecursionError\n".repeat(3));
});

test("a syntax error is marked at its line, and the last run's log stays", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  const count = (await playground.statements()).length;
  await expect(playground.logTab).toContainText(String(count));
  await playground.write("x = 1\nif x = 2:\n    pass\n");
  await playground.start();
  await expect(playground.wrongLine()).toContainText("if x = 2:");
  await expect(playground.notices).toContainText("SyntaxError at line 2");
  await expect(playground.logTab).toContainText(String(count));
  await playground.openTab("Output");
  await expect(playground.panel).toContainText("SyntaxError: ");
});

test("an uncaught exception shows a traceback with clickable lines, and the log up to it", async ({ playground }) => {
  await playground.open();
  const program = `from sqlalchemy import create_engine, text

def query(conn):
    conn.execute(text("SELECT 1"))
    conn.execute(text("SELECT name FROM nowhere"))

with create_engine("sqlite://").connect() as conn:
    query(conn)
`;
  expect(await playground.run(program)).toBe("failed");
  expect((await playground.statements()).map((it) => it.sql)).toEqual(["SELECT 1", "SELECT name FROM nowhere"]);
  await playground.openTab("Output");
  await expect(playground.panel).toContainText("sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) no such table: nowhere");
  await playground.tracebackLine(5).click();
  await expect.poll(() => playground.cursorLine()).toBe(5);
});

test("a module that is not part of the playground says so", async ({ playground }) => {
  await playground.open();
  expect(await playground.run("import numpy\n")).toBe("failed");
  await playground.openTab("Output");
  await expect(playground.panel).toContainText("ModuleNotFoundError");
  await expect(playground.panel).toContainText("not part of the playground");
});
