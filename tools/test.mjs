// `./x test`: every check, one after the other (never two compilers at once), and the sum at the end.
//
//   node tools/test.mjs [STEP ...]   only these steps, by the names below
import { spawn } from "node:child_process";
import fs from "node:fs";
import { at, isMain } from "./paths.mjs";

/** What a step found: counts, and a few words for the table. */
const counted = (passed, failed, note = "") => ({ passed, failed, note });

/** Runs a command, shows its output as it comes, and resolves to { ok, output }. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: at(), stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
    let output = "";
    const take = (chunk, stream) => {
      output += chunk;
      stream.write(chunk);
    };
    child.stdout.on("data", (it) => take(it, process.stdout));
    child.stderr.on("data", (it) => take(it, process.stderr));
    child.on("error", (error) => resolve({ ok: false, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

async function one(command, args) {
  const { ok } = await run(command, args);
  return counted(ok ? 1 : 0, ok ? 0 : 1);
}

/** Sums the `test result:` lines of `cargo test`; a build that breaks is one failure. */
async function cargoTest() {
  const { ok, output } = await run("cargo", ["test", "--locked", "--no-fail-fast"]);
  let [passed, failed] = [0, 0];
  for (const it of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)) {
    passed += Number(it[1]);
    failed += Number(it[2]);
  }
  if (!ok && failed === 0) failed = 1;
  return counted(passed, failed);
}

/** The recorded programs natively. Known failures count as neither; what is not as listed fails. */
async function nativeConformance() {
  const { ok, output } = await run("cargo", ["run", "--quiet", "--locked", "--", "conformance", "tests/conformance"]);
  const found = output.match(/^conformance: (\d+) passed, (\d+) failed$/m);
  if (!found) return counted(0, 1, "the suite did not get to its end");
  const unexpected = [...output.matchAll(/^(FAILED|PASSES) /gm)].length;
  return counted(Number(found[1]), ok ? unexpected : Math.max(unexpected, 1), found[0]);
}

/** Sums what Node's own test runner says of the tests in a folder. */
async function nodeTests(folder) {
  const files = fs.readdirSync(at(folder)).filter((it) => /\.test\.m?js$/.test(it)).map((it) => `${folder}/${it}`);
  const { ok, output } = await run("node", ["--test", "--test-reporter=tap", ...files]);
  const count = (word) => Number(output.match(new RegExp(`^# ${word} (\\d+)$`, "m"))?.[1] ?? 0);
  return counted(count("pass"), ok ? 0 : Math.max(count("fail"), 1));
}

async function sizes() {
  const { measure, print } = await import("./sizes.mjs");
  const groups = measure();
  print(groups);
  const failed = groups.filter((it) => !it.isWithin).length;
  return counted(groups.length - failed, failed, groups.map((it) => `${it.name} ${(it.br / 1000).toFixed(0)} kB`).join(", "));
}

async function endToEnd() {
  const report = at("e2e", "test-results", "report.json");
  fs.rmSync(report, { force: true });
  const { ok } = await run("npx", ["playwright", "test", "--config", "e2e/playwright.config.js"]);
  if (!fs.existsSync(report)) return counted(0, 1, "Playwright did not get as far as a report");
  const { stats } = JSON.parse(fs.readFileSync(report, "utf8"));
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return counted(stats.expected, ok ? failed : Math.max(failed, 1));
}

async function browserConformance() {
  const { ok, output } = await run("node", ["tools/conformance-browser.mjs"]);
  const found = output.match(/^conformance in the browser: (\d+) passed, (\d+) failed, (\d+) of them known; (\d+) not as listed$/m);
  if (!found) return counted(0, 1, "the suite did not get to its end");
  const unexpected = Number(found[4]);
  return counted(Number(found[1]), ok ? unexpected : Math.max(unexpected, 1), found[0].replace("in the browser", ""));
}

/** Not without Firefox: `x` says so where it cannot install it. */
async function firefox() {
  return process.env.GECKODRIVER ? nodeTests("e2e/firefox") : counted(0, 0, "left out: Firefox or its driver is missing");
}

const STEPS = [
  { name: "rustfmt", title: "Format", run: () => one("cargo", ["fmt", "--check"]) },
  { name: "clippy", title: "Lints, host", run: () => one("cargo", ["clippy", "--locked", "--all-targets", "--", "-D", "warnings"]) },
  {
    name: "clippy-wasm",
    title: "Lints, wasm",
    run: () => one("cargo", ["clippy", "--locked", "--target", "wasm32-unknown-unknown", "--lib", "--bin", "app", "--bin", "worker", "--", "-D", "warnings"]),
  },
  { name: "native", title: "Native tests, tidy rules", run: cargoTest },
  { name: "native-conformance", title: "Conformance, native", run: nativeConformance },
  { name: "tools", title: "Tools", run: () => nodeTests("tools/tests") },
  { name: "build", title: "Release build", run: () => one("node", ["tools/build.mjs"]) },
  { name: "sizes", title: "Download sizes", needsPage: true, run: sizes },
  { name: "e2e", title: "Browser tests", needsPage: true, run: endToEnd },
  { name: "firefox", title: "Smoke tests, Firefox", needsPage: true, run: firefox },
  { name: "browser-conformance", title: "Conformance, browser", needsPage: true, run: browserConformance },
];

async function main(wanted) {
  const unknown = wanted.filter((it) => !STEPS.some((step) => step.name === it));
  if (unknown.length > 0) {
    console.error(`./x: there is no step ${unknown.join(", ")}; the steps are ${STEPS.map((it) => it.name).join(", ")}`);
    process.exit(2);
  }
  const results = [];
  let isPageBuilt = true;
  for (const step of STEPS) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue;
    console.log(`\n==> ${step.title}`);
    const start = Date.now();
    const result = step.needsPage && !isPageBuilt ? counted(0, 1, "not run: the release build failed") : await step.run();
    if (step.name === "build") isPageBuilt = result.failed === 0;
    results.push({ ...result, title: step.title, seconds: (Date.now() - start) / 1000 });
  }
  console.log();
  for (const it of results) {
    const counts = `${String(it.passed).padStart(5)} passed ${String(it.failed).padStart(4)} failed`;
    console.log(`${it.title.padEnd(34)} ${counts} ${it.seconds.toFixed(0).padStart(5)} s  ${it.note}`);
  }
  const sum = (key) => results.reduce((total, it) => total + it[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
