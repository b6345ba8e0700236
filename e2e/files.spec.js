// A program of several files: they import each other, and none is removed unasked.
import { expect, test } from "./playground.js";

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.write("import data\nprint(data.answer)\n");
});

test("a file that is added can be imported", async ({ playground }) => {
  await playground.files.add("data", "answer = 6 * 7\n");
  await expect(playground.files.tab("data.py")).toHaveAttribute("aria-current", "true");
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  expect(await playground.printed()).toBe("42\n");
});

test("the tabs show one file at a time, and none loses its text", async ({ playground }) => {
  await playground.files.add("data", "answer = 1\n");
  await playground.files.tab("main.py").click();
  await expect.poll(() => playground.text()).toBe("import data\nprint(data.answer)\n");
  await playground.files.tab("data.py").click();
  await expect.poll(() => playground.text()).toBe("answer = 1\n");
});

test("files are there after a reload", async ({ playground, page }) => {
  await playground.files.add("data", "answer = 5\n");
  await page.waitForFunction(() => Object.values(localStorage).some((it) => it.includes("answer = 5")));
  await page.reload();
  await expect(playground.files.tab("data.py")).toBeVisible();
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  expect(await playground.printed()).toBe("5\n");
});

test("removing a file asks first", async ({ playground, page }) => {
  await playground.files.add("data", "answer = 1\n");
  const asked = [];
  page.once("dialog", (it) => { asked.push(it.message()); it.dismiss(); });
  await playground.files.removeButton.click();
  expect(asked).toEqual(["Remove data.py from the program?"]);
  await expect(playground.files.tab("data.py")).toBeVisible();
  page.once("dialog", (it) => it.accept());
  await playground.files.removeButton.click();
  await expect(playground.files.tab("data.py")).toHaveCount(0);
  await expect(playground.files.tab("main.py")).toHaveAttribute("aria-current", "true");
  await playground.start();
  expect(await playground.ended()).toBe("failed");
});

test("the main file cannot be removed", async ({ playground }) => {
  await expect(playground.files.removeButton).toHaveCount(0);
});

for (const name of ["main", "1a", "a b", "../up"]) {
  test(`a file cannot be called ${name}`, async ({ playground, page }) => {
    await playground.files.region.getByRole("button", { name: "New file" }).click();
    await playground.files.newName.fill(name);
    await page.keyboard.press("Enter");
    await expect(playground.files.newName).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(playground.files.newName).toHaveCount(0);
    await expect(playground.files.region.getByRole("button", { name: /\.py$/ })).toHaveCount(1);
  });
}

test("an error in another file names it", async ({ playground }) => {
  await playground.files.add("data", "answer = 1 / 0\n");
  await playground.start();
  expect(await playground.ended()).toBe("failed");
  await playground.openTab("Output");
  await expect(playground.panel).toContainText("data.py");
  await expect(playground.panel).toContainText("ZeroDivisionError");
});
