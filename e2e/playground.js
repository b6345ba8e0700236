// The page object: what a reader does and sees, by role and name. Specs know no selectors.
//
// Each test gets a fresh page, and fails when the page asked any other origin for something or
// reported an error of its own.
import fs from "node:fs";
import { expect, test as base } from "@playwright/test";
import { listenToWorkers } from "./listen.js";

export { link, linkOfText, SHELF } from "./programs.js";
export { expect };

export class Playground {
  constructor(page) {
    this.page = page;
    this.url = process.env.ORM_PLAYGROUND_URL;
    this.bar = page.getByRole("banner");
    this.editor = page.locator(".cm-content");
    this.runButton = this.bar.getByRole("button", { name: /^(Run|Queued)/ });
    this.stopButton = this.bar.getByRole("button", { name: "Stop" });
    this.log = page.getByRole("table", { name: /^SQL statements/ });
    this.rows = this.log.locator(".log-row");
    this.logTab = page.getByRole("tab", { name: /^SQL log/ });
    this.panel = page.getByRole("tabpanel");
    this.notices = page.locator(".panel__notes");
    this.timeline = page.getByRole("region", { name: "Run timeline" });
    this.moment = page.getByRole("slider", { name: "Moment of the run" });
    this.nowRow = this.log.locator(".log-row.is-now");
    this.futureRows = this.log.locator(".log-row.is-future");
    this.pageNotices = page.locator(".shell__notes");
    this.title = this.bar.locator(".topbar__title");
    this.roundTrip = this.bar.getByRole("slider", { name: "Simulated round trip" });
    this.files = new Files(page, this);
    this.data = new DataPanel(page, this);
    this.plan = new PlanPanel(page, this);
    this.models = new ModelsPanel(page, this);
    this.compare = new ComparePanel(page, this);
    this.console = new Console(page, this);
    this.share = new ShareDialog(page, this);
  }

  /** Opens the page; `address`: what follows its own address, such as `?embed=1` or a link's fragment. */
  async open(address = "") {
    await this.visit(address);
    await expect(this.editor).toBeVisible();
  }

  /** The same where no editor may come. */
  async visit(address) {
    await this.page.addInitScript(listenToWorkers);
    await this.page.goto(this.url + address);
  }

  /** What the workers were told so far, oldest first. */
  told() {
    return this.page.evaluate(() => window.told);
  }

  /** Shows the run as it was after a statement. */
  async goTo(statement) {
    await this.moment.fill(String(statement.number - 1));
    await expect(this.moment).toHaveAttribute("aria-valuetext", new RegExp(`^statement ${statement.number.toLocaleString("en-US")} of`));
  }

  async goToEnd() {
    await this.timeline.getByRole("button", { name: /^End/ }).click();
    await expect(this.moment).toHaveAttribute("aria-valuetext", "end of the run");
  }

  /** Opens a row of the log; resolves to its detail. */
  async openDetail(row) {
    await row.getByRole("button", { name: /details$/ }).click();
    return this.log.locator(".log-detail");
  }

  groupRepeats(isOn) {
    return this.page.getByRole("checkbox", { name: "Group repeats" }).setChecked(isOn);
  }

  /** What the last "Copy" put on the clipboard; the test grants the permission. */
  clipboard() {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** What a press of `button` downloads: { name, bytes }. */
  async download(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
  }

  async rename(title) {
    await this.title.click();
    await this.bar.getByRole("textbox", { name: "Title of this program" }).fill(title);
    await this.page.keyboard.press("Enter");
  }

  /** Elements and attributes that the page never makes itself. */
  injected() {
    return this.page.evaluate(() => [...document.querySelectorAll("body *")]
      .filter((it) => it.matches("script, iframe, img, object, embed, video, audio, base, meta, form, template, math, a[href^='javascript' i]")
        || [...it.attributes].some(({ name }) => name.startsWith("on")))
      .map((it) => it.outerHTML.slice(0, 100)));
  }

  /** Whether the page as a whole is wider than the screen. */
  isWide() {
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }

  /** What the workers said so far, oldest first; with `type`, only such events. */
  heard(type) {
    return this.page.evaluate((it) => window.heard.filter((event) => it === undefined || event.type === it), type);
  }

  /** Waits until the worker of this moment stands. */
  async ready() {
    await this.page.waitForFunction(() => {
      const last = window.heard.findLastIndex((it) => it.type === "terminated");
      return window.heard.slice(last + 1).some((it) => it.type === "ready");
    }, undefined, { timeout: 45_000 });
  }

  /** Replaces the whole program, as a paste does. */
  async write(text) {
    await this.editor.click();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.insertText(text);
  }

  /** The program's text as the editor shows it; for programs that fit on the screen. */
  async text() {
    return (await this.editor.locator(".cm-line").allTextContents()).join("\n");
  }

  async start() {
    this.startedAt = (await this.heard()).length;
    await this.runButton.click();
  }

  /** Runs `text` and waits for its end; resolves to how it ended: finished, failed, stopped ... */
  async run(text) {
    await this.write(text);
    await this.start();
    return this.ended();
  }

  async running() {
    await this.page.waitForFunction((from) => window.heard.slice(from).some((it) => it.type === "run_started"),
      this.startedAt ?? 0, { timeout: 45_000 });
  }

  /** Waits for the end of the run that `start` began; resolves to its outcome. */
  async ended(timeout = 45_000) {
    const end = await this.page.waitForFunction((from) => {
      const last = window.heard.slice(from).find((it) => it.type === "run_finished" || it.type === "terminated");
      if (last?.type === "terminated") return "stopped";
      return last && (typeof last.outcome === "string" ? last.outcome : Object.keys(last.outcome)[0]);
    }, this.startedAt ?? 0, { timeout });
    await expect(this.stopButton).toBeDisabled();
    return end.jsonValue();
  }

  /** All statements of the last run: [{ number, kind, sql, parameters, line ... }]. */
  statements() {
    return this.page.evaluate(() => {
      const start = window.heard.findLastIndex((it) => it.type === "run_started");
      return window.heard.slice(start).filter((it) => it.type === "statement_executed");
    });
  }

  /** What the last run printed. */
  printed() {
    return this.page.evaluate(() => {
      const start = window.heard.findLastIndex((it) => it.type === "run_started");
      return window.heard.slice(start).filter((it) => it.type === "printed" && it.stream === "stdout").map((it) => it.text).join("");
    });
  }

  async openTab(name) {
    const tab = this.page.getByRole("tab", { name: new RegExp(`^${name}`) });
    if (await tab.isVisible()) await tab.click();
    else await this.openPhonePanel(name);
  }

  async openPhoneView(name) {
    await this.page.getByRole("navigation", { name: "Views" }).getByRole("button", { name }).click();
  }

  /** Shows a panel on a phone: by the bar of views, where it has no place of its own by More. */
  async openPhonePanel(name) {
    const views = this.page.getByRole("navigation", { name: "Views" });
    if (await views.getByRole("button", { name }).count() === 0) await views.getByRole("button", { name: "More" }).click({ timeout: 5_000 });
    await this.page.getByRole("button", { name: new RegExp(`^${name}`) }).last().click();
  }

  /** Opens the menu of examples; resolves to it. */
  async openExamples() {
    await this.bar.getByRole("button", { name: "Examples" }).click();
    const menu = this.page.getByRole("dialog", { name: "Examples" });
    await expect(menu.getByRole("button").first()).toBeVisible();
    return menu;
  }

  async openExample(title) {
    const menu = await this.openExamples();
    await menu.getByRole("button").filter({ hasText: title }).click();
    await expect(menu).toBeHidden();
  }

  async exampleTitles() {
    const menu = await this.openExamples();
    return menu.getByRole("button").evaluateAll((all) => all.map((it) => it.querySelector("span > span").textContent.trim()));
  }

  /** The filter button of a kind: SELECT, INSERT, UPDATE, DELETE, Schema statement. */
  chip(kind) {
    return this.panel.getByRole("group", { name: "Show kinds" }).getByRole("button", { name: kind });
  }

  /** Rows of a kind: sel, ins, upd, del, ddl. */
  rowsOf(kind) {
    return this.log.locator(`.log-row--${kind}`);
  }

  /** The number of statements beside a line of the editor that is in sight; null when there is none. */
  lineCount(line) {
    return this.page.evaluate((number) => {
      const middle = (it) => (it.getBoundingClientRect().top + it.getBoundingClientRect().bottom) / 2;
      const place = [...document.querySelectorAll(".cm-lineNumbers .cm-gutterElement")]
        .find((it) => it.textContent === String(number) && getComputedStyle(it).visibility !== "hidden");
      const pill = [...document.querySelectorAll(".editor-pill")]
        .find((it) => place && Math.abs(middle(it) - middle(place)) < 8 && getComputedStyle(it).visibility !== "hidden");
      return pill?.textContent ?? null;
    }, line);
  }

  /** The line of the editor that the row under the pointer came from. */
  linkedLine() {
    return this.editor.locator(".cm-line.is-linked");
  }

  /** The line of the editor that is marked as wrong. */
  wrongLine() {
    return this.editor.locator(".cm-line.is-error");
  }

  tracebackLine(line) {
    return this.panel.locator(".out-tb").getByRole("button", { name: `line ${line}`, exact: true });
  }

  /** Where the cursor stands, as the editor's foot says it. */
  async cursorLine() {
    return Number((await this.page.getByText(/^Line \d+, column/).textContent()).match(/\d+/)[0]);
  }

  setTheme(scheme) {
    return this.page.emulateMedia({ colorScheme: scheme });
  }
}

/** The tabs of the program's files. */
class Files {
  constructor(page, playground) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Program", exact: true });
    this.newName = page.getByRole("textbox", { name: "Name of the new file" });
    this.removeButton = this.region.getByRole("button", { name: "Remove this file" });
    this.playground = playground;
  }

  tab(name) {
    return this.region.getByRole("button", { name, exact: true });
  }

  async add(name, text) {
    await this.region.getByRole("button", { name: "New file" }).click();
    await this.newName.fill(name);
    await this.page.keyboard.press("Enter");
    await expect(this.newName).toBeHidden();
    await this.playground.write(text);
  }
}

/** The tables at the moment. */
class DataPanel {
  constructor(page, playground) {
    this.page = page;
    this.playground = playground;
    this.tables = page.getByRole("group", { name: "Tables" }).getByRole("button");
    this.since = page.getByRole("combobox", { name: "Changes since" });
    this.onlyChanged = page.getByRole("checkbox", { name: "Only changed rows" });
    this.words = page.getByRole("searchbox", { name: "Only rows with these words" });
    this.grid = page.getByRole("region", { name: /^Rows of / });
    this.schema = page.getByRole("region", { name: /^Schema of / });
    this.story = page.locator(".data-low");
    this.picker = page.locator(".panel input[type=file]");
  }

  async show() {
    await this.playground.openTab("Data");
    await expect(this.tables.first().or(this.page.getByText("No tables at this moment."))).toBeVisible();
  }

  async choose(table) {
    await this.tables.filter({ has: this.page.locator("b", { hasText: new RegExp(`^${table}$`) }) }).click();
    await expect(this.page.getByRole("region", { name: `Rows of ${table}`, exact: true })).toBeVisible();
  }

  /** The rows in sight, each as its mark and its cells: `+ 1 Ada`. A changed cell is `old→new`. */
  rows() {
    return this.grid.locator("tbody tr:not([aria-hidden])").evaluateAll((rows) => rows.map((row) =>
      [...row.children].map((it) => {
        const copy = it.cloneNode(true);
        copy.querySelectorAll(".sr").forEach((hidden) => hidden.remove());
        const old = copy.querySelector("s");
        old?.remove();
        return (old ? `${old.textContent}→` : "") + copy.textContent.trim();
      }).join(" ").trim()));
  }

  expectRows(rows) {
    return expect.poll(() => this.rows()).toEqual(rows);
  }

  column(name) {
    return this.grid.getByRole("columnheader", { name }).getByRole("button");
  }

  /** Asks who set a cell, told as its label does. */
  async ask(column, row) {
    await this.grid.getByRole("button", { name: new RegExp(`, ${column} of ${row}: show what set it$`) }).click();
  }

  save(format) {
    return this.playground.download(this.page.getByRole("tabpanel").getByRole("button", { name: `.${format}`, exact: true }));
  }

  open(name, buffer) {
    return this.picker.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  }
}

/** How SQLite finds rows. */
class PlanPanel {
  constructor(page, playground) {
    this.page = page;
    this.playground = playground;
    this.items = page.locator(".plan-item");
    this.now = page.locator(".plan-side:not(.plan-side--after)");
    this.after = page.locator(".plan-side--after");
    this.finding = page.locator(".plan-advice .ui-finding");
    this.result = page.getByRole("region", { name: "Result", exact: true });
    this.literal = page.getByRole("region", { name: "SQL with values" });
  }

  async show() {
    await this.playground.openTab("Plan");
    await expect(this.page.getByText("EXPLAIN QUERY PLAN runs on a copy")).toBeVisible();
  }

  /** The statement with these words in its text. */
  item(words) {
    return this.items.filter({ hasText: words });
  }

  only(which) {
    return this.page.getByRole("group", { name: "Which statements" }).getByRole("button", { name: which });
  }

  /** Steps of a plan that are marked as costly. */
  warnings(side = this.now) {
    return side.locator(".plan-node--warn");
  }
}

/** The classes as a diagram. */
class ModelsPanel {
  constructor(page, playground) {
    this.page = page;
    this.playground = playground;
    this.canvas = page.getByRole("region", { name: /^Diagram of the models/ });
    this.drawing = this.canvas.getByRole("img");
    this.boxes = this.drawing.locator("[data-box]");
    this.names = this.drawing.locator(".mdl-box__name");
    this.pills = this.drawing.locator(".mdl-pill");
    this.details = page.getByRole("region", { name: "Details" });
  }

  async show() {
    await this.playground.openTab("Models");
    await expect(this.boxes.first()).toBeVisible();
  }

  box(name) {
    return this.boxes.filter({ has: this.page.locator(".mdl-box__name", { hasText: new RegExp(`^${name}$`) }) });
  }

  button(name) {
    return this.page.getByRole("tabpanel").getByRole("button", { name, exact: true });
  }

  /** The part of the drawing that is seen: [x, y, width, height]. */
  async sight() {
    return (await this.drawing.getAttribute("viewBox")).split(" ").map(Number);
  }
}

/** The program with each strategy forced. */
class ComparePanel {
  constructor(page, playground) {
    this.page = page;
    this.playground = playground;
    this.results = page.getByRole("region", { name: "Comparison" });
    this.recommendation = page.locator(".cmp-rec");
    this.diff = page.getByRole("group", { name: "Change of the program" });
    this.applyButton = page.getByRole("button", { name: "Apply to program" });
    this.relationship = page.getByRole("combobox", { name: "Relationship" });
    this.growth = page.getByRole("region", { name: "Growth" });
  }

  /** Compares and waits for all variants and the check of the recommendation. */
  async run() {
    await this.playground.openTab("Compare");
    await this.playground.panel.getByRole("button", { name: /^(Compare|Run again)$/ }).first().click();
    // Where it is narrow, the sum is not shown.
    await expect(this.page.getByText(/^7 variants in databases of their own/)).toBeAttached({ timeout: 60_000 });
  }

  row(name) {
    return this.results.getByRole("row").filter({ has: this.page.locator("th b", { hasText: new RegExp(`^${name}$`) }) });
  }

  /** What the table says of each variant: { joined: { Statements: 1, ..., text } }. */
  table() {
    return this.results.locator(".cmp-table").evaluate((table) => {
      const heads = [...table.querySelectorAll("thead th")].map((it) => it.textContent);
      return Object.fromEntries([...table.querySelectorAll("tbody tr")].map((row) => {
        const cells = [...row.children].map((it) => (it.querySelector(":scope > span")?.textContent ?? it.textContent).trim());
        const facts = Object.fromEntries(heads.slice(1, -1).map((head, at) => [head, cells[at + 1]]));
        for (const head of ["Statements", "Round trips", "Rows", "Cells", "Repeated rows"]) facts[head] = Number(facts[head].replaceAll(",", ""));
        return [row.querySelector("th b").textContent, { ...facts, Output: row.lastElementChild.textContent.trim() }];
      }));
    });
  }
}

/** The prompt below the output. */
class Console {
  constructor(page, playground) {
    this.page = page;
    this.playground = playground;
    this.prompt = page.getByRole("textbox", { name: "A statement in what the program left behind" });
    this.output = page.getByRole("log", { name: "Output of the program" });
    this.completions = page.getByRole("group", { name: "Completions" }).getByRole("button");
  }

  async show() {
    await this.playground.openTab("Output");
    await expect(this.prompt).toBeVisible();
  }

  /** Types a statement and waits for its end; resolves to what it printed. */
  async say(source) {
    const before = (await this.playground.heard()).length;
    await this.prompt.fill(source);
    await this.prompt.press("Enter");
    await this.page.waitForFunction((from) => window.heard.slice(from).some((it) => it.type === "console_finished"), before);
    const after = (await this.playground.heard()).slice(before);
    return after.filter((it) => it.type === "printed").map((it) => it.text).join("");
  }
}

/** The dialog that makes a link. */
class ShareDialog {
  constructor(page, playground) {
    this.page = page;
    this.playground = playground;
    this.dialog = page.getByRole("dialog", { name: "Share" });
    this.link = this.dialog.getByRole("textbox", { name: "Link" });
  }

  async open() {
    await this.page.keyboard.press("ControlOrMeta+s");
    await expect(this.dialog).toBeVisible();
  }

  /** The fragment of a link to the program, with `#`. */
  async fragment() {
    await this.open();
    await expect(this.link).toHaveValue(/#a[\w-]{20,}$/);
    const address = await this.link.inputValue();
    await this.dialog.getByRole("button", { name: "Done" }).click();
    return address.slice(address.indexOf("#"));
  }
}

export const test = base.extend({
  playground: async ({ page }, use) => {
    const playground = new Playground(page);
    const foreign = [];
    const errors = [];
    page.on("request", (it) => {
      if (!/^(data|blob):/.test(it.url()) && !it.url().startsWith(playground.url)) foreign.push(it.url());
    });
    page.on("pageerror", (it) => errors.push(it.message));
    await use(playground);
    expect(foreign, "requests to other origins").toEqual([]);
    expect(errors, "errors of the page itself").toEqual([]);
  },
});
