// Exhausted memory ends the worker with a clean message, and a new worker runs the next program.
import { expect, test } from "./playground.js";

test("memory that runs out is said cleanly, and the next run works", async ({ playground }) => {
  test.setTimeout(180_000);
  await playground.open();
  await playground.write("rows = []\nwhile True:\n    rows.append(bytearray(10_000_000))\n");
  await playground.start();
  expect(await playground.ended(120_000)).toMatch(/out_of_memory|failed|stopped/);
  await expect(playground.page.getByText(/out of memory|MemoryError/i).first()).toBeVisible();
  await expect.poll(() => playground.text()).toContain("bytearray");
  expect(await playground.run("print('alive')\n")).toBe("finished");
});

test("a browser that keeps nothing says so once, and the program runs all the same", async ({ playground, page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "indexedDB", { get: refuse });
    Storage.prototype.setItem = refuse;
  });
  await playground.open();
  expect(await playground.run("print(6 * 7)")).toBe("finished");
  expect(await playground.printed()).toBe("42\n");
  await expect(playground.bar).toContainText("Not saved");
  await expect(playground.pageNotices).toContainText("Not kept in My programs. This browser keeps nothing for this page");
  await playground.pageNotices.getByRole("button", { name: "Close" }).click();
  await expect(playground.pageNotices).not.toContainText("My programs");
});
