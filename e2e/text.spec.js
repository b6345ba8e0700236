// The text is the reader's: kept on this device, never lost, and the keyboard can leave it.
import { expect, test } from "./playground.js";

test("a reload keeps the text", async ({ playground }) => {
  await playground.open();
  await playground.write("print('kept')\n");
  await expect.poll(() => playground.text()).toBe("print('kept')\n");
  await playground.page.reload();
  await expect(playground.editor).toContainText("print('kept')");
});

test("Tab indents, and Esc then Tab leaves the editor", async ({ playground }) => {
  await playground.open();
  await playground.write("");
  await playground.page.keyboard.press("Tab");
  await playground.page.keyboard.type("x = 1");
  await expect.poll(() => playground.text()).toBe("    x = 1");
  await playground.page.keyboard.press("Escape");
  await playground.page.keyboard.press("Tab");
  await expect(playground.editor).not.toBeFocused();
});

test("a change can be undone", async ({ playground }) => {
  await playground.open();
  const before = await playground.text();
  await playground.write("gone");
  await playground.page.keyboard.press("ControlOrMeta+z");
  await playground.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => playground.text()).toBe(before);
});
