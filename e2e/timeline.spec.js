// The timeline: one moment, which every panel shows.
import { expect, SHELF, test } from "./playground.js";

test("moves every panel to a moment, and back to the end", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  const count = (await playground.statements()).length;
  await expect(playground.moment).toHaveAttribute("aria-valuetext", "end of the run");
  await expect(playground.futureRows).toHaveCount(0);
  await playground.timeline.getByRole("button", { name: /^Start/ }).click();
  await expect(playground.moment).toHaveAttribute("aria-valuetext", new RegExp(`^statement 1 of ${count}`));
  await expect(playground.nowRow).toHaveCount(1);
  await expect.poll(() => playground.futureRows.count()).toBeGreaterThan(0);
  await playground.openTab("Output");
  await expect(playground.panel.locator(".out-line.is-future")).toHaveCount(2);
  await playground.timeline.getByRole("button", { name: /^Back to the end/ }).click();
  await expect(playground.panel.locator(".out-line.is-future")).toHaveCount(0);
});

test("follows the keyboard: arrows on the scrubber, comma, full stop, Home and End anywhere", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  const count = (await playground.statements()).length;
  const at = (number) => expect(playground.moment).toHaveAttribute("aria-valuetext", new RegExp(`^statement ${number} of ${count}`));
  await playground.moment.focus();
  await playground.page.keyboard.press("ArrowLeft");
  await at(count);
  await playground.page.keyboard.press("ArrowLeft");
  await at(count - 1);
  await playground.page.keyboard.press("Home");
  await at(1);
  await playground.timeline.getByRole("button", { name: /^End/ }).click();
  await playground.page.keyboard.press("Home");
  await at(1);
  await playground.page.keyboard.press(".");
  await at(2);
  await playground.page.keyboard.press(",");
  await at(1);
  await playground.page.keyboard.press("End");
  await expect(playground.moment).toHaveAttribute("aria-valuetext", "end of the run");
});

test("goes to what is drawn under the pointer", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  const box = await playground.moment.boundingBox();
  await playground.page.mouse.move(box.x + 2, box.y + box.height / 2);
  await playground.page.mouse.down();
  await expect(playground.moment).toHaveAttribute("aria-valuetext", /^statement 1 of/);
  await playground.page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 8 });
  await playground.page.mouse.up();
  await expect(playground.moment).toHaveAttribute("aria-valuetext", "end of the run");
});

test("shows why a statement ran, and filters by it", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  await expect(playground.log).toContainText("reads Author.books›not loaded›lazy load");
  const choice = playground.panel.getByRole("combobox", { name: "Only statements with this cause" });
  const label = await choice.locator("option", { hasText: "lazy load" }).textContent();
  await choice.selectOption({ label });
  await expect(playground.rows).toHaveCount(Number(label.match(/\d+/)[0]));
});

test("a moment of an earlier run is not kept", async ({ playground }) => {
  await playground.open();
  await playground.run(SHELF);
  await playground.page.keyboard.press("Escape");
  await playground.timeline.getByRole("button", { name: /^Start/ }).click();
  await playground.start();
  await playground.ended();
  await expect(playground.moment).toHaveAttribute("aria-valuetext", "end of the run");
});
