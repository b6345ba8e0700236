// Stop always works: it ends the worker, not the page.
import { expect, SHELF, test } from "./playground.js";

test("Stop ends an endless loop at once, and the next run works", async ({ playground }) => {
  await playground.open();
  await playground.ready();
  await playground.write("print('before')\nwhile True:\n    pass\n");
  await playground.start();
  await playground.running();
  await expect(playground.stopButton).toBeEnabled();
  const elapsed = await playground.page.evaluate(async (stop) => {
    const start = performance.now();
    stop.click();
    while (!stop.disabled || window.heard.at(-1).type === "run_started") await new Promise((done) => setTimeout(done, 5));
    return performance.now() - start;
  }, await playground.stopButton.elementHandle());
  expect(elapsed).toBeLessThan(300);
  await expect(playground.stopButton).toBeDisabled();
  expect(await playground.run(SHELF)).toBe("finished");
});

test("the log up to Stop stays", async ({ playground }) => {
  await playground.open();
  await playground.write(`from sqlalchemy import create_engine, text
with create_engine("sqlite://").connect() as conn:
    conn.execute(text("SELECT 1"))
    print("waiting", flush=True)
    while True:
        pass
`);
  await playground.start();
  await expect.poll(() => playground.printed()).toContain("waiting");
  await playground.stopButton.click();
  expect(await playground.ended()).toBe("stopped");
  expect((await playground.statements()).map((it) => it.sql)).toEqual(["SELECT 1"]);
});
