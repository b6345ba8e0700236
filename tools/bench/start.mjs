// From navigation to the first statement of the first program in the log: cold cache, warm cache, and
// a second run. Both sides in turn, so that a busy machine slows both; the median of five.
import { launch } from "../browser.mjs";
import { dist } from "../paths.mjs";
import { serve } from "../serve.mjs";
import { examples } from "../examples.mjs";
import { address, close, median, serveRival } from "./rival.mjs";

const ROUNDS = 5;

/** In the page, before its own scripts: presses Run as soon as it is there, and notes the log's first row. */
function pressRunAtOnce() {
  window.runButton = () => [...document.querySelectorAll("header button")].find((it) => it.textContent.trim().startsWith("Run"));
  window.firstRow = () => document.querySelector(".log-row");
  const look = () => {
    const run = window.runButton();
    if (run && !window.pressedAt) {
      window.pressedAt = performance.now();
      run.click();
    }
    if (!window.firstStatement && window.firstRow()) window.firstStatement = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });

  // A second run replaces rows by rows; that its first statement is shown is known from the frame after its event.
  window.Worker = class extends window.Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        for (const it of Array.isArray(data) ? data : []) {
          if (it.run_started) window.isRunShown = false;
          if (it.run_finished) window.isFinished = true;
          if (it.statement_executed && window.clickedAt && !window.isRunShown) {
            window.isRunShown = true;
            requestAnimationFrame(() => setTimeout(() => (window.shownAgain ??= performance.now() - window.clickedAt)));
          }
        }
      });
    }
  };
}

async function firstStatement(page, url) {
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.firstStatement, undefined, { timeout: 120_000, polling: 50 });
  return page.evaluate(() => window.firstStatement);
}

/** A second run of the finished program, from the click to its first statement on the screen. */
async function rerun(page) {
  await page.waitForFunction(() => window.isFinished, undefined, { timeout: 120_000 });
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    window.clickedAt = performance.now();
    window.runButton().click();
  });
  await page.waitForFunction(() => window.shownAgain, undefined, { timeout: 60_000, polling: 20 });
  return page.evaluate(() => window.shownAgain);
}

export async function start(rival) {
  const ours = await serve(dist, 0);
  const theirs = await serveRival(rival, examples()[0].files);
  const times = { cold: [], warm: [], rerun: [], realCold: [], realWarm: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // A browser of its own each: nothing compiled or cached is left of the round before.
    let browser = await launch();
    let context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(pressRunAtOnce);
    let page = await context.newPage();
    times.cold.push(await firstStatement(page, address(ours)));
    times.rerun.push(await rerun(page));
    await page.close();
    page = await context.newPage();
    times.warm.push(await firstStatement(page, address(ours)));
    await browser.close();

    browser = await launch();
    context = await browser.newContext();
    page = await context.newPage();
    times.realCold.push(await firstStatement(page, address(theirs)));
    await page.close();
    page = await context.newPage();
    times.realWarm.push(await firstStatement(page, address(theirs)));
    await browser.close();
  }
  close(ours);
  close(theirs);
  return [{
    title: "Start, headless Chromium: navigation to the first statement, median of five",
    rows: [
      { what: "cold cache", here: median(times.cold), real: median(times.realCold), unit: "ms" },
      { what: "warm cache", here: median(times.warm), real: median(times.realWarm), unit: "ms" },
      { what: "run it again", here: median(times.rerun), real: null, unit: "ms" },
    ],
  }];
}
