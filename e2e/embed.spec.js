// The page in a frame of another page: code and log, and what the address asks for.
import { expect, link, test } from "./playground.js";

test("shows the program, Run and the panels, and leaves out the rest", async ({ playground }) => {
  await playground.open(`?embed=1${link()}`);
  await expect(playground.title).toHaveText("Sent");
  await expect(playground.runButton).toBeVisible();
  await expect(playground.logTab).toBeVisible();
  for (const name of ["Examples", "Share", /^Menu/]) await expect(playground.bar.getByRole("button", { name })).toBeHidden();
  await expect(playground.roundTrip).toBeHidden();
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  await expect(playground.timeline).toBeHidden();
});

test("does not run a link by itself", async ({ playground }) => {
  await playground.open(`?embed=1${link()}`);
  await playground.ready();
  await expect.poll(() => playground.text()).toContain("ran");
  expect(await playground.heard("run_started")).toEqual([]);
});

test("runs a link when the page around it says so", async ({ playground }) => {
  await playground.open(`?embed=1&run=1${link()}`);
  expect(await playground.ended()).toBe("finished");
  expect(await playground.printed()).toBe("ran\n");
});

test("outside a frame a link never runs by itself", async ({ playground }) => {
  await playground.open(`?run=1${link()}`);
  await playground.ready();
  await expect(playground.pageNotices).toContainText("not run yet");
  expect(await playground.heard("run_started")).toEqual([]);
});

test("the program of a read-only one cannot be edited", async ({ playground, page }) => {
  await playground.open(`?embed=1&readonly=1${link()}`);
  await expect.poll(() => playground.text()).toContain("ran");
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("changed");
  await expect.poll(() => playground.text()).toBe("print('ran')\n");
  await expect(playground.files.region.getByRole("button", { name: "New file" })).toBeHidden();
  await playground.start();
  expect(await playground.ended()).toBe("finished");
});

test("the program of a read-only one cannot be replaced by an example", async ({ playground, page }) => {
  await playground.open(`?embed=1&readonly=1${link()}`);
  await expect(playground.panel).toContainText("Press Run");
  await expect(page.getByRole("button", { name: "Examples" })).toBeHidden();
});

test("the code can be hidden", async ({ playground }) => {
  await playground.visit(`?embed=1&code=0${link()}`);
  await expect(playground.runButton).toBeVisible();
  await expect(playground.editor).toBeHidden();
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  expect(await playground.printed()).toBe("ran\n");
});

test("a theme can be asked for", async ({ playground, page }) => {
  await playground.setTheme("light");
  await playground.open(`?embed=1&theme=dark${link()}`);
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
});

test("does not take the place of the program that the reader has on the page itself", async ({ playground, page }) => {
  await playground.open();
  await playground.write("own = 'my own text'\n");
  await page.waitForFunction(() => Object.values(localStorage).some((it) => it.includes("my own text")));
  await page.goto(`${playground.url}?embed=1${link()}`);
  await expect.poll(() => playground.text()).toContain("ran");
  await page.goto(playground.url);
  await expect.poll(() => playground.text()).toContain("my own text");
});

test("fits into a small frame", async ({ playground, page }) => {
  await page.setViewportSize({ width: 420, height: 420 });
  await playground.open(`?embed=1&run=1${link()}`);
  expect(await playground.ended()).toBe("finished");
  expect(await playground.isWide()).toBe(false);
  await expect(playground.panel).toContainText("ran");
});
