// The page object: what a reader does and sees, by role and name. Specs know no selectors.
//
// Each test gets a fresh page, and fails when the page asked any other origin for something or
// reported an error of its own.
import { expect, test as base } from "@playwright/test";

export { expect };

/** In the page, before its own scripts: listens to what every worker says, and notes when one is ended. */
function listenToWorkers() {
  window.heard = [];
  window.Worker = class extends window.Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (Array.isArray(data)) window.heard.push(...data);
      });
    }
    terminate() {
      window.heard.push({ type: "terminated" });
      super.terminate();
    }
  };
}

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
  }

  async open() {
    await this.page.addInitScript(listenToWorkers);
    await this.page.goto(this.url);
    await expect(this.editor).toBeVisible();
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
      return last && (last.type === "terminated" ? "stopped" : last.outcome.type);
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
    await this.page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
  }

  async openPhoneView(name) {
    await this.page.getByRole("navigation", { name: "Views" }).getByRole("button", { name }).click();
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

/** A small program with one of each kind of statement. */
export const SHELF = `from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    session.add_all([Author(name=n, books=[Book(title=n + "'s book")]) for n in ("Ada", "Bo")])
    session.commit()
    for author in session.scalars(select(Author).order_by(Author.id)):
        print(author.name, [it.title for it in author.books])
    author.name = "Cy"
    session.delete(session.get(Book, 1))
    session.commit()
`;
