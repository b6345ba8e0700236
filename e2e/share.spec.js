// Links: made in the dialog, opened unrun, and refused with a message when they are none.
import { expect, link, linkOfText, SHELF, test } from "./playground.js";

const OWN = "own = 'my own text'\nprint(own)\n";

/** A program and the link to it; the page shows the reader's own program afterwards. */
async function linkOf(playground, program) {
  await playground.open();
  await playground.write(program);
  return playground.share.fragment();
}

/** Another reader opens a link: one who has written something of their own, and keeps it. */
async function openAsReader(playground, fragment, browser) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const reader = new playground.constructor(page);
  await reader.open();
  await reader.write(OWN);
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.waitForFunction((text) => Object.values(localStorage).some((it) => it.includes(text)), "my own text");
  await page.goto("about:blank");
  await page.goto(playground.url + fragment);
  await expect(reader.editor).toBeVisible();
  return reader;
}

test("Ctrl+S opens the dialog with a link, its length and a QR code", async ({ playground, page }) => {
  await playground.open();
  await playground.editor.click();
  await playground.share.open();
  await expect(playground.share.link).toHaveValue(/#a[\w-]{20,}$/);
  const length = (await playground.share.link.inputValue()).length;
  await expect(playground.share.dialog).toContainText(`${length.toLocaleString("en-US")} characters`);
  await expect(playground.share.dialog.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(playground.share.dialog).toBeHidden();
});

test("150 lines of SQLAlchemy fit into 2,000 characters", async ({ playground }) => {
  await playground.open();
  const lines = SHELF.split("\n");
  const long = Array.from({ length: 5 }, (_, n) => lines.join("\n").replaceAll("Author", `Author${n}`).replaceAll("author", `writer_${n}`)).join("\n");
  await playground.write(long);
  expect(long.split("\n").length).toBeGreaterThan(150);
  await playground.share.open();
  await expect(playground.share.dialog).toContainText("Fits everywhere: under 2,000 characters.");
});

test("the link follows what is in the editor", async ({ playground }) => {
  await playground.open();
  await playground.write("a = 1\n");
  const first = await playground.share.fragment();
  await playground.write("a = 2\n");
  await expect.poll(() => playground.share.fragment()).not.toBe(first);
});

test("the link is copied, and stands in the address", async ({ playground, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const fragment = await linkOf(playground, SHELF);
  await playground.share.open();
  await playground.share.dialog.getByRole("button", { name: "Copy", exact: true }).first().click();
  await expect(playground.share.dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await playground.clipboard()).toBe(playground.url + fragment);
  expect(page.url()).toBe(playground.url + fragment);
});

test("Markdown and a frame are copied, with the title as text", async ({ playground, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.rename('A [b](c) "d" <i>');
  await playground.share.open();
  const { dialog } = playground.share;
  await expect(playground.share.link).toHaveValue(/#a/);
  await dialog.getByRole("heading", { name: /^Markdown/ }).getByRole("button").click();
  await expect.poll(() => playground.clipboard()).toMatch(/^\[A \\\[b\\\]\(c\) "d" \\<i\\>\]\(http\S+#a[\w-]+\)$/);
  await dialog.getByRole("checkbox", { name: "read only" }).check();
  await dialog.getByRole("heading", { name: /^Embed/ }).getByRole("button").click();
  await expect.poll(() => playground.clipboard()).toMatch(/^<iframe src="http\S+\?embed=1&amp;readonly=1#a[\w-]+" title="A \[b\]\(c\) &quot;d&quot; &lt;i>"/);
});

test("a program is downloaded as one Python file", async ({ playground, page }) => {
  await playground.open();
  await playground.write("import data\nprint(data.n)\n");
  await playground.files.add("data", 'n = "a \\\\ b"\n');
  await playground.share.open();
  const { name, bytes } = await playground.download(playground.share.dialog.getByRole("button", { name: "Download .py" }));
  expect(name).toMatch(/\.py$/);
  await playground.share.dialog.getByRole("button", { name: "Done" }).click();
  await page.evaluate((fragment) => { location.hash = fragment; }, link({ files: [{ name: "main.py", text: bytes.toString() }] }));
  await expect(playground.files.tab("data.py")).toHaveCount(0);
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  expect(await playground.printed()).toBe("a \\ b\n");
});

test("a link shows its program, unrun, and keeps the reader's own", async ({ playground, browser }) => {
  const reader = await openAsReader(playground, await linkOf(playground, "print('from a link')\n"), browser);
  await expect(reader.pageNotices).toContainText("Opened from a link, not run yet.");
  await expect.poll(() => reader.text()).toContain("from a link");
  await expect(reader.pageNotices).toContainText(/Your program “.*” is kept\./);
  expect(await reader.heard("run_started")).toEqual([]);
  await reader.page.context().close();
});

test("the reader goes back to their own program, and the link's notice is gone", async ({ playground, browser }) => {
  const reader = await openAsReader(playground, await linkOf(playground, "print('from a link')\n"), browser);
  await reader.pageNotices.getByRole("button", { name: "Go back to it" }).click();
  await expect.poll(() => reader.text()).toContain("my own text");
  await expect(reader.pageNotices).not.toContainText("is kept");
  await expect(reader.pageNotices).not.toContainText("Changed since its link was made");
  await expect(reader.pageNotices).not.toContainText("Opened from a link");
  await reader.page.context().close();
});

test("a reload of a link keeps the reader's own program still", async ({ playground, browser }) => {
  const reader = await openAsReader(playground, await linkOf(playground, "print('from a link')\n"), browser);
  await expect(reader.pageNotices).toContainText("is kept");
  await reader.page.reload();
  await expect.poll(() => reader.text()).toContain("from a link");
  await reader.pageNotices.getByRole("button", { name: "Go back to it" }).click();
  await expect.poll(() => reader.text()).toContain("my own text");
  await reader.page.context().close();
});

test("a link's program that is edited does not take the place of the reader's own on a reload", async ({ playground, browser }) => {
  const reader = await openAsReader(playground, await linkOf(playground, "print('from a link')\n"), browser);
  await reader.write("print('edited')\n");
  await expect(reader.pageNotices).toContainText("Changed since its link was made.");
  await reader.page.reload();
  await expect(reader.editor).toBeVisible();
  await reader.pageNotices.getByRole("button", { name: "Go back to it" }).click();
  await expect.poll(() => reader.text()).toContain("my own text");
  await reader.page.context().close();
});

test("running it tells whether the author saw the same number of statements", async ({ playground, browser }) => {
  await playground.open();
  await playground.run(SHELF);
  const count = (await playground.statements()).length;
  const reader = await openAsReader(playground, await playground.share.fragment(), browser);
  await expect(reader.pageNotices).toContainText(`Its author saw ${count} statements.`);
  await reader.pageNotices.getByRole("button", { name: "Run" }).click();
  await expect(reader.pageNotices).toContainText(`The same ${count} statements as its author saw.`);
  await reader.page.context().close();
});

test("running it tells another number of statements", async ({ playground }) => {
  await playground.open(link({ statements: 12 }));
  await expect(playground.pageNotices).toContainText("Its author saw 12 statements.");
  await playground.start();
  await playground.ended();
  await expect(playground.pageNotices).toContainText("0 statements here; its author saw 12.");
});

test("editing it warns that the link holds what was", async ({ playground }) => {
  await playground.open(link());
  await expect(playground.pageNotices).toContainText("Opened from a link, not run yet.");
  await playground.write("print('edited')\n");
  await expect(playground.pageNotices).toContainText("Changed since its link was made.");
  await playground.pageNotices.getByRole("button", { name: "Make a new link" }).click();
  await expect(playground.share.dialog).toBeVisible();
});

test("after a new link was made an edit warns again", async ({ playground, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.write("print('shared')\n");
  await playground.share.open();
  await expect(playground.share.link).toHaveValue(/#a/);
  await playground.share.dialog.getByRole("button", { name: "Copy", exact: true }).first().click();
  await expect(page).toHaveURL(/#a/);
  await playground.share.dialog.getByRole("button", { name: "Done" }).click();
  await playground.write("print('edited')\n");
  await expect(playground.pageNotices).toContainText("Changed since its link was made.");
});

test("a link carries several files, the panel, the round trip and the title", async ({ playground, browser }) => {
  await playground.open();
  await playground.write("import data\nprint(data.n)\n");
  await playground.files.add("data", "n = 41 + 1\n");
  await playground.rename("Two files");
  await playground.roundTrip.fill("6");
  await playground.openTab("Data");
  const reader = await openAsReader(playground, await playground.share.fragment(), browser);
  await expect(reader.title).toHaveText("Two files");
  await expect(reader.files.tab("data.py")).toBeVisible();
  await expect(reader.page.getByRole("tab", { name: "Data" })).toHaveAttribute("aria-selected", "true");
  await expect(reader.roundTrip).toHaveAttribute("aria-valuetext", /^10 ms/);
  await reader.start();
  expect(await reader.ended()).toBe("finished");
  expect(await reader.printed()).toBe("42\n");
  await reader.page.context().close();
});

test("a link into the open page is opened, too", async ({ playground, page }) => {
  await playground.open();
  await playground.write(OWN);
  await page.evaluate((fragment) => { location.hash = fragment; }, link());
  await expect.poll(() => playground.text()).toContain("ran");
  await expect(playground.pageNotices).toContainText("Opened from a link, not run yet.");
  await expect(playground.pageNotices).toContainText("is kept");
});

const newer = link().replace("#a", "#b");
const BAD = {
  "a broken": [link().replace(/.{6}$/, "AAAAAA"), "This link is damaged"],
  "a truncated": [link().slice(0, 40), "This link is damaged"],
  "a foreign": ["#hello-world-this-is-not-a-link", "link"],
  "a letter that is unknown": [newer, "newer version of ORM Playground"],
  "a newer": [link({ v: 2 }), "newer version of the playground"],
  "a programless": [link({ files: [] }), "no program"],
  "another JSON": [linkOfText("[1, 2, 3]"), "no program"],
  "a bomb": [link({ files: [{ name: "main.py", text: " ".repeat(50_000_000) }] }), "more than 1,000,000 bytes"],
  "a 50 MB": [`#a${"A".repeat(1_900_000)}`, "longer than 200,000 characters"],
};
for (const [kind, [fragment, words]] of Object.entries(BAD)) {
  test(`${kind} link gets a message, and leaves the reader's own program`, async ({ playground, page }) => {
    await playground.open();
    await playground.write(OWN);
    await page.evaluate((it) => { location.hash = it; }, fragment);
    await expect(playground.pageNotices.getByRole("alert")).toContainText(words);
    await expect(playground.pageNotices).toContainText("Your own program is untouched.");
    await expect.poll(() => playground.text()).toContain("my own text");
    expect(await playground.run(OWN)).toBe("finished");
    await playground.pageNotices.getByRole("button", { name: "Close" }).click();
    await expect(playground.pageNotices.getByRole("alert")).toBeHidden();
  });
}

test("a bad link does not hide the first program", async ({ playground }) => {
  await playground.open(link().slice(0, 40));
  await expect(playground.pageNotices).toContainText("This link is damaged");
  await expect.poll(() => playground.text()).toContain("sqlalchemy");
});

test("a place in the page is no link", async ({ playground }) => {
  await playground.open("#panel");
  await expect(playground.editor).toBeVisible();
  await playground.ready();
  await expect(playground.pageNotices.getByRole("alert")).toHaveCount(0);
});

test("a title with HTML is text", async ({ playground, page }) => {
  const title = "<img src=x onerror=\"window.pwned=1\"><b>bold</b>";
  await playground.open(link({ title }));
  await expect(playground.title).toHaveText(title);
  await expect(page).toHaveTitle(`${title} · ORM Playground`);
  expect(await page.evaluate(() => window.pwned)).toBeUndefined();
});

test("names of files in a link cannot reach outside", async ({ playground }) => {
  const files = [{ name: "../../x", text: "import os\nprint(sorted(os.listdir()))\n" }, { name: "<b>.py", text: "" }];
  await playground.open(link({ files }));
  await expect(playground.files.tab("main.py")).toBeVisible();
  await expect(playground.files.tab("b.py")).toBeVisible();
});
