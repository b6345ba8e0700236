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
  await expect.poll(() => playground.rows.count()).toBeLessThan(200);
});

test("of more statements than are listed, the slowest and the newest are told", async ({ playground, page }) => {
  test.setTimeout(180_000);
  await playground.open();
  await playground.write(FLOOD.replace("10_000", "100_003"));
  await playground.start();
  expect(await playground.ended(150_000)).toBe("finished");
  await page.getByText("3 more are counted, not listed: the slowest and the newest of all 100,003").click();
  const tables = page.getByRole("region", { name: "Slowest and newest statements" }).getByRole("table");
  await expect(tables).toHaveCount(2);
  const [slowest, newest] = [tables.first(), tables.last()];
  await expect(newest.getByRole("row").nth(1)).toContainText("100,003");
  await expect(newest.getByRole("row")).toHaveCount(51);
  await expect(slowest.getByRole("row")).toHaveCount(21);
  await expect(slowest.getByRole("row").nth(1)).toContainText("SELECT ?");
});
