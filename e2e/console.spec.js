// The prompt below the output: statements in what the program left behind.
import { expect, SHELF, test } from "./playground.js";

test.beforeEach(async ({ playground }) => {
  await playground.open();
  expect(await playground.run(SHELF)).toBe("finished");
  await playground.console.show();
});

test("prints the value of an expression below what was typed", async ({ playground }) => {
  expect(await playground.console.say("1 + 1")).toBe("2\n");
  await expect(playground.console.output).toContainText("1 + 1");
  await expect(playground.console.output.locator(".out-line").last()).toContainText("2");
});

test("knows the program's names", async ({ playground }) => {
  expect(await playground.console.say("engine.name, Author.__tablename__, session.get(Author, 2).name")).toBe("('sqlite', 'author', 'Cy')\n");
});

test("keeps names from one statement to the next", async ({ playground }) => {
  expect(await playground.console.say("kept = 20")).toBe("");
  expect(await playground.console.say("kept + 1")).toBe("21\n");
});

test("a value of None prints nothing", async ({ playground }) => {
  expect(await playground.console.say("None")).toBe("");
});

test("a statement's SQL joins the log", async ({ playground }) => {
  const count = (await playground.statements()).length;
  expect(await playground.console.say("session.scalars(select(Author.name).order_by(Author.name)).all()")).toBe("['Ada', 'Cy']\n");
  expect(await playground.statements()).toHaveLength(count + 1);
  await expect(playground.logTab).toContainText(String(count + 1));
  await playground.openTab("SQL log");
  await playground.log.evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await expect(playground.rows.last()).toContainText("ORDER BY author.name");
  await expect(playground.log.getByRole("button", { name: `Statement ${count + 1}: details` })).toBeVisible();
});

test("what a statement changes is in the data", async ({ playground }) => {
  await playground.data.show();
  await playground.data.choose("author");
  await playground.data.expectRows(["1 Ada", "2 Cy"]);
  await playground.console.show();
  await playground.console.say("session.add(Author(name='Di')); session.commit()");
  await playground.data.show();
  await playground.data.choose("author");
  await playground.data.expectRows(["1 Ada", "2 Cy", "3 Di"]);
});

test("an exception shows its traceback, and the prompt goes on", async ({ playground }) => {
  await playground.console.say("1 / 0");
  await expect(playground.console.output).toContainText("Traceback (most recent call last)");
  await expect(playground.console.output).toContainText("ZeroDivisionError: division by zero");
  expect(await playground.console.say("'alive'")).toBe("'alive'\n");
});

test("an error in a statement's text is told, and the prompt goes on", async ({ playground }) => {
  await playground.console.say("1 +");
  await expect(playground.console.output).toContainText("SyntaxError");
  expect(await playground.console.say("2")).toBe("2\n");
});

test("a statement that leaves Python keeps the prompt", async ({ playground }) => {
  await playground.console.say("raise SystemExit(3)");
  expect(await playground.console.say("2")).toBe("2\n");
});

test("a program that failed can still be asked", async ({ playground }) => {
  await playground.run("found = 7\n1 / 0\n");
  await playground.console.show();
  expect(await playground.console.say("found")).toBe("7\n");
});

test("earlier statements come back with the arrow keys", async ({ playground }) => {
  const { prompt } = playground.console;
  await playground.console.say("1 + 1");
  await playground.console.say("2 + 2");
  await prompt.press("ArrowUp");
  await expect(prompt).toHaveValue("2 + 2");
  await prompt.press("ArrowUp");
  await expect(prompt).toHaveValue("1 + 1");
  await prompt.press("ArrowDown");
  await expect(prompt).toHaveValue("2 + 2");
  await prompt.press("ArrowDown");
  await expect(prompt).toHaveValue("");
});

test("Tab completes the only attribute there is", async ({ playground }) => {
  const { prompt, completions } = playground.console;
  await prompt.fill("author.na");
  await prompt.press("Tab");
  await expect(prompt).toHaveValue("author.name");
  await expect(completions).toHaveCount(0);
  await expect(prompt).toBeFocused();
});

test("Tab offers the words of several, and the name of a class", async ({ playground }) => {
  const { prompt, completions } = playground.console;
  await prompt.fill("Author.__ta");
  await prompt.press("Tab");
  await expect(completions.filter({ hasText: /^__table__$/ })).toBeVisible();
  await expect(completions.filter({ hasText: /^__tablename__$/ })).toBeVisible();
});

test("Tab leaves an empty prompt", async ({ playground }) => {
  const { prompt } = playground.console;
  await prompt.focus();
  await prompt.press("Tab");
  await expect(prompt).not.toBeFocused();
});

test("a block goes over several lines, and runs at an empty one", async ({ playground }) => {
  const { prompt, output } = playground.console;
  await prompt.focus();
  await prompt.pressSequentially("for n in range(3):");
  await prompt.press("Enter");
  await prompt.pressSequentially("    print('n is', n)");
  await prompt.press("Enter");
  await expect(output).not.toContainText("n is");
  await prompt.press("Enter");
  await expect(output).toContainText("n is 2");
  await expect(prompt).toHaveValue("");
  await expect(output).toContainText("for n in range(3):");
});

test("a bracket that is open goes on in the next line", async ({ playground }) => {
  const { prompt, output } = playground.console;
  await prompt.focus();
  await prompt.pressSequentially("sum([40,");
  await prompt.press("Enter");
  await prompt.pressSequentially("2])");
  await prompt.press("Enter");
  await expect(output.locator(".out-line").last()).toContainText("42");
});

test("brackets in a text do not hold a statement back", async ({ playground }) => {
  expect(await playground.console.say("print('a (b')")).toBe("a (b\n");
});

test("a prompt can be stopped like a run", async ({ playground }) => {
  await playground.console.prompt.fill("while True: pass");
  await playground.console.prompt.press("Enter");
  await expect(playground.stopButton).toBeEnabled();
  await playground.stopButton.click();
  expect(await playground.run("print('alive')\n")).toBe("finished");
});

test("after a new run the names are new", async ({ playground }) => {
  await playground.console.say("kept = 20");
  await playground.run("print('again')\n");
  await playground.console.show();
  await playground.console.say("kept");
  await expect(playground.console.output).toContainText("NameError");
});
