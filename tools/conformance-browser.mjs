// The recorded programs in the browser's worker, compared as natively and with the same list of
// known failures: an unlisted failure is an error, and so is a listed case that passes. The page's
// examples are recorded in the same form (e2e/expected) and run along; none of them may fail.
//
//   node tools/conformance-browser.mjs [--show CASE]
import fs from "node:fs";
import path from "node:path";
import { launch } from "./browser.mjs";
import { differences } from "./compare.mjs";
import { examples } from "./examples.mjs";
import { at, dist } from "./paths.mjs";
import { serve } from "./serve.mjs";
import { openWorker } from "./worker.mjs";

const SUITE = at("tests", "conformance");
const CASE_LIMIT_MS = 60_000;

/** The names of all cases, such as `orm/loading/selectin`, in order. */
function cases(folder = SUITE, prefix = "") {
  return fs.readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((it) => {
      if (it.isDirectory()) return cases(path.join(folder, it.name), `${prefix}${it.name}/`);
      const isCase = it.name.endsWith(".py") && fs.existsSync(path.join(folder, it.name.replace(/\.py$/, ".json")));
      return isCase ? [`${prefix}${it.name.replace(/\.py$/, "")}`] : [];
    });
}

/** Lines `area/case  reason`; `#` begins a comment. */
function knownFailures() {
  const file = path.join(SUITE, "known-failures.txt");
  if (!fs.existsSync(file)) return new Set();
  const lines = fs.readFileSync(file, "utf8").split("\n").map((it) => it.split("#")[0].trim());
  return new Set(lines.filter((it) => it).map((it) => it.split(/\s/)[0].replace(/\.py$/, "")));
}

/** [{ name, files, expected }] of the suite and the examples. */
function programs() {
  const suite = cases().map((name) => {
    const file = path.join(SUITE, name);
    const files = [{ name: `${path.basename(name)}.py`, text: fs.readFileSync(`${file}.py`, "utf8") }];
    return { name, files, expected: `${file}.json` };
  });
  const pages = examples().map(({ name, files }) => ({ name: `examples/${name}`, files, expected: at("e2e", "expected", `${name}.json`) }));
  return [...suite, ...pages];
}

async function outcomeOf(worker, { files, expected }) {
  const answer = await worker.record(files, CASE_LIMIT_MS);
  if (answer.timedOut) return [`no end after ${CASE_LIMIT_MS / 1000} s`];
  if (answer.json === undefined) return [`the worker ended: ${answer.crashed ?? "no record"}`];
  return differences(fs.readFileSync(expected, "utf8"), answer.json);
}

const index = process.argv.indexOf("--show");
const only = index > 0 ? process.argv[index + 1] : null;
const known = knownFailures();
const server = await serve(dist, 0);
const browser = await launch();
const context = await browser.newContext({ baseURL: `http://127.0.0.1:${server.address().port}/` });
const worker = await openWorker(await context.newPage());

const counts = { passed: 0, failed: 0, known: 0, unexpected: 0 };
for (const program of programs()) {
  const { name } = program;
  if (only !== null && !name.includes(only)) continue;
  const found = await outcomeOf(worker, program);
  const isPassed = found.length === 0;
  counts[isPassed ? "passed" : "failed"] += 1;
  if (!isPassed && known.has(name)) counts.known += 1;
  if (isPassed === known.has(name)) {
    counts.unexpected += 1;
    console.log(isPassed ? `PASSES BUT IS LISTED  ${name}: strike it out of known-failures.txt` : `FAILS  ${name}`);
  }
  if (only !== null || (!isPassed && !known.has(name))) for (const it of found) console.log(`  ${it}`);
}
await browser.close();
server.closeAllConnections();
server.close();
const { passed, failed, unexpected } = counts;
console.log(`conformance in the browser: ${passed} passed, ${failed} failed, ${counts.known} of them known; ${unexpected} not as listed`);
process.exitCode = unexpected === 0 ? 0 : 1;
