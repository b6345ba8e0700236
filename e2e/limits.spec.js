// Exhausted memory ends the worker with a clean message, and a new worker runs the next program.
import { expect, test } from "./playground.js";

test("memory that runs out is said cleanly, and the next run works", async ({ playground }) => {
  test.setTimeout(180_000);
  await playground.open();
  await playground.write("rows = []\nwhile True:\n    rows.append(bytearray(10_000_000))\n");
  await playground.start();
  expect(await playground.ended(120_000)).toMatch(/out_of_memory|failed|stopped/);
  await expect(playground.page.getByText(/out of memory|MemoryError/i).first()).toBeVisible();
  expect(await playground.text()).toContain("bytearray");
  expect(await playground.run("print('alive')\n")).toBe("finished");
});
