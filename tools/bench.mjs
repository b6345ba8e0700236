// `./x bench`: start, sizes and engine, beside real SQLAlchemy on the same machine in the same run.
//
//   node tools/bench.mjs [start] [size] [compile] [engine] [browser] [ui]   all without a name
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { compiling, engineInBrowser, engineNative } from "./bench/engine.mjs";
import { prepareRival } from "./bench/rival.mjs";
import { sizes } from "./bench/size.mjs";
import { start } from "./bench/start.mjs";
import { ui } from "./bench/ui.mjs";
import { at } from "./paths.mjs";

const PARTS = { start, size: sizes, compile: compiling, engine: engineNative, browser: engineInBrowser, ui };

/** rows: [{ what, here, real, unit }]; the ratio says how many times faster or smaller this is. */
function print(title, rows, [left, right] = ["here", "real SQLAlchemy"]) {
  console.log(`\n### ${title}\n\n| | ${left} | ${right} | ratio |\n| --- | ---: | ---: | ---: |`);
  for (const { what, here, real, unit } of rows) {
    const shown = (it) => (it === null ? "" : `${it.toLocaleString("en-US", { maximumFractionDigits: it < 10 ? 2 : 0 })} ${unit}`);
    console.log(`| ${what} | ${shown(here)} | ${shown(real)} | ${real === null || here === null ? "" : `${(real / here).toFixed(1)}x`} |`);
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((it) => !(it in PARTS));
if (unknown.length > 0) {
  console.error(`./x: the bench has no part '${unknown[0]}'; its parts are ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
const cpu = fs.existsSync("/proc/cpuinfo") ? fs.readFileSync("/proc/cpuinfo", "utf8").match(/model name\s*: (.*)/)?.[1] : undefined;
const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: at(), encoding: "utf8" }).stdout?.trim();
const rival = prepareRival();
console.log(`commit ${commit}, ${cpu ?? process.platform}, SQLAlchemy ${rival.version}`);
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`==> Measuring: ${name}`);
  for (const { title, rows, heads } of await part(rival)) print(title, rows, heads);
}
