// From navigation to the first statement of the first program in the log: cold cache, warm cache, and
// a second run. Both sides in turn, so that a busy machine slows both; the median of five.
import { launch } from "../browser.mjs";
import { dist } from "../paths.mjs";
import { serve } from "../serve.mjs";
import { examples } from "../examples.mjs";
import { address, close, median, serveRival } from "./rival.mjs";

const ROUNDS = 5;

/** In the page, before its own scripts: presses Run as soon as it is there, and notes the first row. */
function pressRunAtOnce() {
  const look = () => {
    const run = [...document.querySelectorAll("button")].find((it) => /^Run/.test(it.getAttribute("aria-label") ?? it.textContent.trim()));
    if (run && !run.disabled && !window.pressedAt) {
      window.pressedAt = performance.now();
      run.click();
    }
    if (!window.firstStatement && document.querySelector("[data-statement]")) window.firstStatement = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

async function firstStatement(page, url) {
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.firstStatement, undefined, { timeout: 120_000, polling: 50 });
  return page.evaluate(() => window.firstStatement);
}

/** A second run of the finished program, from the click to its first statement. */
async function rerun(page) {
  await page.waitForFunction(() => document.querySelector("[data-run-state]")?.dataset.runState === "finished", undefined, { timeout: 120_000 });
  return page.evaluate(async () => {
    const run = [...document.querySelectorAll("button")].find((it) => /^Run/.test(it.getAttribute("aria-label") ?? it.textContent.trim()));
    const first = () => document.querySelector("[data-statement]");
    return new Promise((resolve) => {
      let wasEmpty = false;
      const start = performance.now();
      const old = first();
      new MutationObserver((_, observer) => {
        const row = first();
        if (!row) wasEmpty = true;
        else if (wasEmpty || row !== old) {
          observer.disconnect();
          resolve(performance.now() - start);
        }
      }).observe(document, { subtree: true, childList: true });
      run.click();
    });
  });
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
