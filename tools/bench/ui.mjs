// The page itself with a run of 10,000 statements that write 10,000 rows: how soon the log shows the first of
// them, how smoothly log, data and timeline follow, and what the page holds in memory.
import { launch } from "../browser.mjs";
import { dist } from "../paths.mjs";
import { serve } from "../serve.mjs";
import { address, close } from "./rival.mjs";

const PROGRAM = `from sqlalchemy import create_engine, text
engine = create_engine("sqlite://")
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, amount INTEGER)"))
    insert = text("INSERT INTO item (name, amount) VALUES (:name, :amount)")
    for n in range(10_000):
        conn.execute(insert, {"name": f"item {n}", "amount": n % 97})
`;

/** In the page, before its own scripts: notes when the first statement arrives and when the first row is painted. */
function watch() {
  window.Worker = class extends window.Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (!window.heardAt && Array.isArray(data) && data.some((it) => it.statement_executed)) {
          window.heardAt = performance.now();
          new PerformanceObserver((list) => (window.rowAt ??= list.getEntries()[0].renderTime)).observe({ type: "element", buffered: true });
          // The browser tells when the text of an element with this attribute is first painted.
          new MutationObserver((_, observer) => {
            if (window.rowAt) observer.disconnect();
            else document.querySelectorAll(".log-row .sqlt").forEach((it) => it.setAttribute("elementtiming", "row"));
          }).observe(document, { subtree: true, childList: true });
        }
        if (Array.isArray(data) && data.some((it) => it.run_finished)) window.isFinished = true;
      });
    }
  };
}

/** In the page: frames a second while `step(n)` is done once a frame for two seconds. */
async function frames(step) {
  const act = new Function("n", step);
  const start = performance.now();
  let count = 0;
  let longest = 0;
  let last = start;
  while (performance.now() - start < 2_000) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    act(count++);
  }
  return { rate: (count / (performance.now() - start)) * 1_000, longest };
}

const SCROLL_LOG = "document.querySelector('.log__table').scrollTop = n * 230;";
const SCROLL_DATA = "document.querySelector('.data__main .panel-scroll').scrollTop = n * 230;";
const SCRUB = `const it = document.querySelector('.tl__range'); it.value = String((n * 83) % Number(it.max));
  it.dispatchEvent(new Event('input', { bubbles: true }));`;

export async function ui() {
  const server = await serve(dist, 0);
  const url = address(server);
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(url);
  await page.locator(".cm-content").click();
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null);
  const shift = await page.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((it) => (sum += it.value))).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 500);
  }));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(PROGRAM);
  await page.getByRole("checkbox", { name: "Group repeats" }).uncheck().catch(() => {});
  await page.locator(".topbar__run").click();
  await page.waitForFunction(() => window.isFinished, undefined, { timeout: 120_000 });
  await page.waitForTimeout(1_000);
  await page.getByRole("checkbox", { name: "Group repeats" }).uncheck();
  const firstRow = await page.evaluate(() => window.rowAt - window.heardAt);
  const log = await page.evaluate(frames, SCROLL_LOG);
  const scrubLog = await page.evaluate(frames, SCRUB);
  await page.getByRole("tab", { name: /^Data/ }).click();
  await page.locator(".data-grid").waitFor({ timeout: 60_000 });
  // Not on the tabs, where End is the last tab.
  await page.locator(".tl__range").focus();
  await page.keyboard.press("End");
  await page.waitForTimeout(500);
  const data = await page.evaluate(frames, SCROLL_DATA);
  const scrubData = await page.evaluate(frames, SCRUB);
  const client = await context.newCDPSession(page);
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(async () => {
    const { default: init } = await import("./app.js");
    return (await init()).memory.buffer.byteLength;
  });
  await browser.close();
  close(server);
  const row = (what, here, unit) => ({ what, here, real: null, unit });
  return [{
    title: "The page with a run of 10,000 statements (aims: 60 frames a second, 100 ms, 200 MB)",
    rows: [
      row("first contentful paint", paint, "ms"),
      row("layout shift until the editor stands", shift, ""),
      row("first row of the log painted after its event", firstRow, "ms"),
      row("scrolling the log", log.rate, "frames/s"),
      row("longest frame of that", log.longest, "ms"),
      row("scrubbing the timeline, log open", scrubLog.rate, "frames/s"),
      row("longest frame of that", scrubLog.longest, "ms"),
      row("scrolling 10,000 rows of data", data.rate, "frames/s"),
      row("longest frame of that", data.longest, "ms"),
      row("scrubbing the timeline, data open", scrubData.rate, "frames/s"),
      row("longest frame of that", scrubData.longest, "ms"),
      row("memory of the page: JavaScript", usedSize / 1e6, "MB"),
      row("memory of the page: WebAssembly", wasm / 1e6, "MB"),
    ],
  }];
}
