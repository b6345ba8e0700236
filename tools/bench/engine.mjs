// The engine: the same program (e2e/bench/engine.py) natively against CPython, and in Chromium
// against Pyodide.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { launch } from "../browser.mjs";
import { at, dist, targetDir } from "../paths.mjs";
import { serve } from "../serve.mjs";
import { openWorker } from "../worker.mjs";
import { address, close, serveRival } from "./rival.mjs";

const PROGRAM = at("e2e", "bench", "engine.py");
const PHASES = {
  add_all: "add_all of 10,000 and commit",
  load: "load 10,000",
  lazy: "lazy load, 1,000 parents",
  selectin: "selectinload, 1,200 x 5",
  joined: "joinedload, 1,200 x 5",
};

const rowsOf = (here, real) => Object.entries(PHASES).map(([phase, what]) => ({ what, here: here[phase] * 1000, real: real[phase] * 1000, unit: "ms" }));

function timesOf(command, args) {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr || done.error}`);
  return JSON.parse(done.stdout);
}

/** The better of two runs each, in turn. */
function bestOf(one, other) {
  return Object.fromEntries(Object.keys(PHASES).map((it) => [it, Math.min(one[it], other[it])]));
}

function buildNative() {
  console.error("==> Building the native program (thin LTO)");
  const built = spawnSync("cargo", ["build", "--quiet", "--locked", "--profile", "bench", "--bin", "orm-playground"], { cwd: at(), stdio: "inherit" });
  if (built.status !== 0) throw new Error("cargo build failed");
  return path.join(targetDir, "release", "orm-playground");
}

/** A SELECT of 20 columns with three joins: found in the compiled cache, and compiled from scratch. */
export async function compiling(rival) {
  const here = timesOf(buildNative(), ["measure"]);
  const real = timesOf(rival.python, [at("tools", "bench", "compile.py")]);
  const row = (what, key) => ({ what, here: here[key] * 1e6, real: real[key] * 1e6, unit: "µs" });
  return [{ title: "Compiling 20 columns and three joins, native, against CPython", rows: [row("in the cache", "cached"), row("from scratch", "scratch")] }];
}

export async function engineNative(rival) {
  const program = buildNative();
  const [here, real] = [[], []];
  for (let round = 0; round < 2; round += 1) {
    here.push(timesOf(program, ["run", "--real-clock", PROGRAM]));
    real.push(timesOf(rival.python, [PROGRAM]));
  }
  const recorded = [timesRecorded(program), timesRecorded(program)];
  const plain = bestOf(...here);
  return [
    { title: "Engine, native, against CPython; the best of ten", rows: rowsOf(plain, bestOf(...real)) },
    { title: "Memory of 10,000 loaded entities", rows: [{ what: "peak above that of loading none", here: memoryOf(rival, program, ["run"]), real: memoryOf(rival, rival.python, []), unit: "MB" }] },
    { title: "Recording for the page, native", heads: ["recorded", "not recorded"], rows: rowsOf(bestOf(...recorded), plain) },
  ];
}

/** The same program while every event is written out. */
function timesRecorded(program) {
  const done = spawnSync(program, ["run", "--events", "--real-clock", PROGRAM], { encoding: "utf8", maxBuffer: 1 << 30 });
  const printed = done.stdout.split("\n").filter((it) => it.startsWith('{"printed"')).map((it) => JSON.parse(it).printed.text);
  return JSON.parse(printed.join(""));
}

/** Megabytes that the entities of `memory.py` add to the peak of a process; the least of three. */
function memoryOf(rival, command, args) {
  const measure = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
  const text = fs.readFileSync(at("e2e", "bench", "memory.py"), "utf8");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "memory-"));
  const peak = (count) => {
    const file = path.join(folder, "memory.py");
    fs.writeFileSync(file, text.replace(/^COUNT = .*$/m, `COUNT = ${count}`));
    return Math.min(...[1, 2, 3].map(() => timesOf(rival.python, ["-c", measure, command, ...args, file])));
  };
  const megabytes = (peak(10_000) - peak(0)) / (process.platform === "darwin" ? 1e6 : 1e3);
  fs.rmSync(folder, { recursive: true });
  return megabytes;
}

/** Seconds by phase in our worker: its clock is virtual, so set-up alone is taken off. */
async function timesInWorker(page) {
  const text = fs.readFileSync(PROGRAM, "utf8");
  const worker = await openWorker(page);
  const elapsed = async (phases) => {
    const program = text.replace(/^PHASES = .*$/m, `PHASES = ${JSON.stringify(phases)}`);
    const times = [];
    for (let round = 0; round < 3; round += 1) times.push(await worker.elapsedSeconds([{ name: "engine.py", text: program }]));
    return Math.min(...times);
  };
  const setup = await elapsed([]);
  const times = {};
  for (const phase of Object.keys(PHASES)) times[phase] = ((await elapsed([phase])) - setup) / REPEATS;
  return times;
}
const REPEATS = Number(fs.readFileSync(PROGRAM, "utf8").match(/^REPEATS = (\d+)$/m)[1]);

export async function engineInBrowser(rival) {
  const ours = await serve(dist, 0);
  const theirs = await serveRival(rival, [{ name: "main.py", text: "import sqlalchemy.orm\n" }]);
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(address(theirs));
  await page.waitForFunction(() => window.isFinished, undefined, { timeout: 120_000 });
  const real = JSON.parse(await page.evaluate((text) => window.runEngine(text), fs.readFileSync(PROGRAM, "utf8")));
  await page.close();
  const here = await timesInWorker(await (await browser.newContext({ baseURL: address(ours) })).newPage());
  await browser.close();
  close(ours);
  close(theirs);
  return [{ title: "Engine, in Chromium, against Pyodide; log and events included here", rows: rowsOf(here, real) }];
}
