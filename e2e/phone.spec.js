// The same page on a phone: one view at a time, nothing wider than the screen.
import { expect, SHELF, test } from "./playground.js";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("a program can be run and its log read on a phone", async ({ playground, page }) => {
  await playground.open();
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await isWide()).toBe(false);
  await playground.run(SHELF);
  await playground.openPhoneView("SQL log");
  await expect(playground.rows.first()).toBeVisible();
  expect(await isWide()).toBe(false);
  await playground.openPhoneView("Code");
  await expect(playground.editor).toBeVisible();
});
