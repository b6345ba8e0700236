// The other side of the benchmark: CPython with SQLAlchemy in .tools/, and Pyodide with its wheels.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { at } from "../paths.mjs";
import { handler } from "../serve.mjs";

const SQLALCHEMY = "2.1.9";
const TYPING_EXTENSIONS = "4.16.0";
const PYODIDE = at("e2e", "bench", "node_modules", "pyodide");
const WHEELS = at(".tools", "wheels");
const PYTHON = at(".tools", "reference", "bin", "python");

function run(command, args, cwd = at()) {
  const done = spawnSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (done.error || done.status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}

/** Sets up what is missing. */
export function prepareRival() {
  if (!fs.existsSync(PYTHON)) {
    console.error(`==> Making a virtual environment with SQLAlchemy ${SQLALCHEMY} in .tools/reference`);
    run("python3", ["-m", "venv", at(".tools", "reference")]);
  }
  const isThere = spawnSync(PYTHON, ["-c", `import sqlalchemy; assert sqlalchemy.__version__ == "${SQLALCHEMY}"`]).status === 0;
  if (!isThere) run(PYTHON, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `sqlalchemy==${SQLALCHEMY}`]);
  const wheels = () => (fs.existsSync(WHEELS) ? fs.readdirSync(WHEELS).filter((it) => it.endsWith(".whl")) : []);
  if (wheels().length < 2) {
    console.error("==> Downloading the pure wheels for Pyodide");
    const pure = ["--no-deps", "--only-binary=:all:", "--platform", "any", "--python-version", "3.14"];
    const names = [`sqlalchemy==${SQLALCHEMY}`, `typing_extensions==${TYPING_EXTENSIONS}`];
    run(PYTHON, ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", ...pure, "-d", WHEELS, ...names]);
  }
  if (!fs.existsSync(PYODIDE)) {
    console.error("==> Installing Pyodide for the benchmark (e2e/bench)");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], at("e2e", "bench"));
  }
  return { version: SQLALCHEMY, python: PYTHON, wheels: wheels(), wheelFolder: WHEELS, pyodideFolder: PYODIDE };
}

/**
 * Serves the rival's page at any free port.
 *
 * `files`: the program, its first file is run.
 */
export function serveRival(rival, files) {
  const folders = { pyodide: handler(rival.pyodideFolder), wheels: handler(rival.wheelFolder) };
  const page = handler(at("e2e", "bench", "rival"));
  const programs = JSON.stringify({ wheels: rival.wheels, files });
  const server = http.createServer((request, response) => {
    const [, first, rest] = request.url.match(/^\/([^/]*)(\/.*)?$/) ?? [];
    if (first === "programs.json") {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(programs);
    } else if (first in folders && rest) {
      request.url = rest;
      folders[first](request, response);
    } else page(request, response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export const address = (server) => `http://127.0.0.1:${server.address().port}/`;

export function close(server) {
  server.closeAllConnections();
  server.close();
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
