// The page object of the smoke tests in Firefox: what a reader does and sees, by role and name, as in ../playground.js.
// A part of a page is found by the role and the name that Firefox itself gives it.
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { By, error, Key } from "selenium-webdriver";
import { listenToWorkers } from "../listen.js";
import { Firefox } from "./firefox.js";

export { Key };

const PATIENCE = 20_000;
/** The page draws itself anew, menus open and close: what was found may be gone or covered for a moment. */
const PASSING = [
  error.ElementClickInterceptedError,
  error.ElementNotInteractableError,
  error.NoSuchElementError,
  error.StaleElementReferenceError,
];
/** Elements that may have a role; the name tells which of them it is. */
const MAY_BE = {
  button: "button",
  dialog: "[role=dialog]",
  group: "[role=group]",
  navigation: "nav",
  region: "section, [role=region]",
  slider: "input[type=range]",
  tab: "[role=tab]",
  table: "table, [role=table]",
  textbox: "input, textarea",
};

/** Reads again and again, until what is read equals `wanted`, or fits it where that is a pattern or a condition. */
export async function eventually(read, wanted, patience = PATIENCE) {
  const fits = (it) => (typeof wanted === "function" ? wanted(it) : wanted instanceof RegExp ? wanted.test(it) : isDeepStrictEqual(it, wanted));
  const end = Date.now() + patience;
  for (;;) {
    let found;
    try {
      found = await read();
      if (fits(found)) return found;
    } catch (it) {
      if (!PASSING.some((kind) => it instanceof kind)) throw it;
      found = it;
    }
    if (Date.now() > end) throw new Error(`wanted ${wanted}, found ${typeof found === "string" ? found : JSON.stringify(found)}`);
    await setTimeout(25);
  }
}

export class Playground {
  constructor(firefox, url) {
    this.firefox = firefox;
    this.driver = firefox.driver;
    this.url = url;
  }

  static async start() {
    const firefox = await Firefox.start();
    await firefox.beforeEachPage(listenToWorkers);
    return firefox;
  }

  /** Opens the page; `address`: what follows its own address, such as `?embed=1` or a link's fragment. */
  async open(address = "") {
    await this.driver.get(this.url + address);
    await eventually(() => this.all(".cm-content"), (it) => it.length === 1);
  }

  async reload() {
    await this.driver.navigate().refresh();
    await eventually(() => this.all(".cm-content"), (it) => it.length === 1);
  }

  /** Calls a function in the page; resolves to what it returns. */
  inPage(script, ...args) {
    return this.driver.executeScript(script, ...args);
  }

  /** Elements in sight. */
  all(selector, within = null) {
    return this.inPage((it, root) => [...(root ?? document).querySelectorAll(it)].filter((one) => one.checkVisibility()), selector, within);
  }

  /** Elements in sight with a role, and a name that is `name` or fits it. */
  async named(role, name, within) {
    const found = [];
    for (const it of await this.all(MAY_BE[role], within)) {
      const text = await it.getAccessibleName();
      if ((name instanceof RegExp ? name.test(text) : text === name) && await it.getAriaRole() === role) found.push(it);
    }
    return found;
  }

  /** Waits for the first of them. */
  async find(role, name, within) {
    const isThere = Object.assign((it) => it.length > 0, { toString: () => `a ${role} ${name}` });
    const [first] = await eventually(() => this.named(role, name, within), isThere);
    return first;
  }

  async press(role, name, within) {
    await eventually(async () => {
      await (await this.find(role, name, within)).click();
      return true;
    }, true);
  }

  /** Presses keys, one after the other. */
  async keys(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  async withControl(key) {
    await this.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** The text of the elements with a selector, in sight or not. */
  text(selector) {
    return this.inPage((it) => [...document.querySelectorAll(it)].map((one) => one.textContent).join("\n"), selector);
  }

  panelText() {
    return this.text("#panel");
  }

  /** The program's text as the editor shows it; for programs that fit on the screen. */
  program() {
    return this.text(".cm-line");
  }

  /** Replaces the whole program by a paste. */
  async write(text) {
    await this.driver.findElement(By.css(".cm-content")).click();
    await this.withControl("a");
    await this.inPage((it) => navigator.clipboard.writeText(it), text);
    await this.withControl("v");
    // The cursor stands at the end, and so the end is in sight.
    const last = text.trimEnd().split("\n").at(-1);
    await eventually(() => this.program(), (it) => it.trimEnd().endsWith(last));
  }

  /** What the workers said so far, oldest first; with `type`, only such events. */
  heard(type) {
    return this.inPage((it) => window.heard.filter((event) => it === null || event.type === it), type ?? null);
  }

  /** Waits until the worker of this moment stands. */
  async ready() {
    await eventually(() => this.inPage(() => {
      const last = window.heard.findLastIndex((it) => it.type === "terminated");
      return window.heard.slice(last + 1).some((it) => it.type === "ready");
    }), true, 45_000);
  }

  async bar() {
    return this.driver.findElement(By.css("header"));
  }

  /** Starts the program with the button of the bar, or as `press` does. */
  async start(press = async () => this.press("button", /^(Run|Queued)/, await this.bar())) {
    this.startedAt = await this.inPage(() => window.heard.length);
    await press();
  }

  async running() {
    await eventually(() => this.inPage((from) => window.heard.slice(from).some((it) => it.type === "run_started"), this.startedAt), true, 45_000);
  }

  /** Waits for the end of the run that `start` began; resolves to its outcome: finished, failed, stopped ... */
  async ended() {
    const outcome = await eventually(() => this.inPage((from) => {
      const last = window.heard.slice(from).find((it) => it.type === "run_finished" || it.type === "terminated");
      if (last?.type === "terminated") return "stopped";
      return last && (typeof last.outcome === "string" ? last.outcome : Object.keys(last.outcome)[0]);
    }, this.startedAt), (it) => it !== null, 45_000);
    await eventually(async () => (await this.find("button", "Stop", await this.bar())).isEnabled(), false);
    return outcome;
  }

  async run(text) {
    await this.write(text);
    await this.start();
    return this.ended();
  }

  /** The SQL of the last run's statements. */
  statements() {
    return this.inPage(() => {
      const start = window.heard.findLastIndex((it) => it.type === "run_started");
      return window.heard.slice(start).filter((it) => it.type === "statement_executed").map((it) => it.sql);
    });
  }

  /** What the last run printed. */
  printed() {
    return this.inPage(() => {
      const start = window.heard.findLastIndex((it) => it.type === "run_started");
      return window.heard.slice(start).filter((it) => it.type === "printed" && it.stream === "stdout").map((it) => it.text).join("");
    });
  }

  async openTab(name) {
    const pattern = new RegExp(`^${name}`);
    await this.press("tab", pattern);
    await eventually(async () => (await this.find("tab", pattern)).getAttribute("aria-selected"), "true");
  }

  /** Shows a view of the phone: by the bar of views, where it has no place of its own by More. */
  async openPhoneView(name) {
    const views = await this.find("navigation", "Views");
    if ((await this.named("button", name, views)).length > 0) return this.press("button", name, views);
    await this.press("button", "More", views);
    return this.press("button", name, await this.find("dialog", "Panels"));
  }

  async openExample(title) {
    await this.press("button", "Examples", await this.bar());
    await this.press("button", new RegExp(`^${title}`), await this.find("dialog", "Examples"));
    await eventually(() => this.named("dialog", "Examples"), []);
  }

  async openMenu(entry) {
    await this.press("button", /^Menu/, await this.bar());
    await this.press("button", entry, await this.find("dialog", "Menu"));
  }

  async rename(title) {
    await this.driver.findElement(By.css(".topbar__title")).click();
    await this.find("textbox", "Title of this program");
    await this.keys(title, Key.ENTER);
    await eventually(() => this.title(), title);
  }

  /** What is in the browser's storage under a title. */
  kept(title) {
    return this.inPage(async (it) => {
      const store = await window.ormPlayground.load("store");
      const found = (await store.list()).find((one) => one.title === it);
      return found ? store.read(found.id) : "";
    }, title);
  }

  title() {
    return this.text(".topbar__title");
  }

  notices() {
    return this.text(".shell__notes");
  }

  /** The moment that every panel shows, in words. */
  async moment() {
    return (await this.slider()).getAttribute("aria-valuetext");
  }

  slider() {
    return this.find("slider", "Moment of the run");
  }

  /** The fragment of a link to the program, with `#`. */
  async fragment() {
    await this.press("button", "Share", await this.bar());
    const dialog = await this.find("dialog", "Share");
    const link = await this.find("textbox", "Link", dialog);
    const address = await eventually(() => link.getAttribute("value"), /#a[\w-]{20,}$/);
    await this.press("button", "Done", dialog);
    return address.slice(address.indexOf("#"));
  }

  /** Whether the page as a whole is wider than the screen. */
  isWide() {
    return this.inPage(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }
}
