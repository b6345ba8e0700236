// Ten thousand statements reach the page without freezing it; the list draws only what is seen.
import { expect, test } from "./playground.js";

const FLOOD = `from sqlalchemy import create_engine, text
with create_engine("sqlite://").connect() as conn:
    query = text("SELECT :n")
    for n in range(10_000):
        conn.execute(query, {"n": n})
`;

test("ten thousand statements do not freeze the page", async ({ playground }) => {
  await playground.open();
  await playground.ready();
  await playground.write(FLOOD);
  // The longest time in which the page did not answer, from the start of the run to a second after its end.
  await playground.page.evaluate(() => {
    window.longestPause = 0;
    let last = performance.now();
    window.beat = setInterval(() => {
      const now = performance.now();
      window.longestPause = Math.max(window.longestPause, now - last);
      last = now;
    }, 10);
  });
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  await playground.page.waitForTimeout(1_000);
  const longest = await playground.page.evaluate(() => window.longestPause);
  // Lenient: it guards against seconds, not against a slow machine. ./x bench has the numbers.
  expect(longest).toBeLessThan(1_500);
  expect(await playground.statements()).toHaveLength(10_000);
  await expect(playground.logTab).toContainText("10,000");
});

test("the end of a long log can be scrolled to", async ({ playground }) => {
  await playground.open();
  await playground.run(FLOOD);
  await playground.groupRepeats(false);
  await playground.log.evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await expect(playground.log.getByRole("button", { name: "Statement 10,000: details" })).toBeVisible();
  expect(await playground.rows.count()).toBeLessThan(200);
});
