// The same page on a phone: one view at a time, nothing wider than the screen.
import { expect, SHELF, test } from "./playground.js";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("a program can be run and its log read on a phone", async ({ playground }) => {
  await playground.open();
  expect(await playground.isWide()).toBe(false);
  await playground.run(SHELF);
  await playground.openPhoneView("SQL log");
  await expect(playground.rows.first()).toBeVisible();
  expect(await playground.isWide()).toBe(false);
  await playground.openPhoneView("Code");
  await expect(playground.editor).toBeVisible();
});

for (const name of ["SQL log", "Compare", "Data", "Plan", "Models", "Output"]) {
  test(`${name} can be reached on a phone, and is not wider than it`, async ({ playground }) => {
    await playground.open();
    await playground.run(SHELF);
    await playground.openPhonePanel(name);
    await expect(playground.panel.getByRole("heading", { name, level: 2, exact: true })).toBeAttached();
    await expect(playground.panel).toBeInViewport();
    expect(await playground.isWide()).toBe(false);
  });
}

test("Compare shows its results on a phone, and is not wider than it", async ({ playground }) => {
  await playground.open();
  await playground.write(SHELF);
  await playground.compare.run();
  await expect(playground.compare.row("selectin")).toBeVisible();
  expect(await playground.isWide()).toBe(false);
});

test("the data of a phone can be filtered, and asked who set it", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  await playground.data.show();
  await playground.data.choose("author");
  await playground.data.ask("name", "author 2");
  await expect(playground.data.story).toContainText("Who set author 2, name = Cy?");
  expect(await playground.isWide()).toBe(false);
});

test("Share is in the menu of a phone, and is not wider than it", async ({ playground, page }) => {
  await playground.open();
  await playground.bar.getByRole("button", { name: /^Menu/ }).click();
  await page.getByRole("dialog", { name: "Menu" }).getByRole("button", { name: "Share" }).click();
  await expect(playground.share.link).toHaveValue(/#a/);
  const { x, width } = await playground.share.dialog.boundingBox();
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(390);
  expect(await playground.isWide()).toBe(false);
});

test("the round trip and the examples are in the menu of a phone", async ({ playground, page }) => {
  await playground.open();
  await playground.bar.getByRole("button", { name: /^Menu/ }).click();
  const menu = page.getByRole("dialog", { name: "Menu" });
  await expect(menu.getByRole("slider", { name: "Simulated round trip" })).toBeVisible();
  await menu.getByRole("button", { name: "Examples" }).click();
  await expect(page.getByRole("dialog", { name: "Examples" }).getByRole("button").first()).toBeVisible();
  expect(await playground.isWide()).toBe(false);
});
