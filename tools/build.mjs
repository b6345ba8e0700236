// Builds dist/: Trunk (editor bundle, page, worker), then what every static host needs.
//
//   node tools/build.mjs              builds, unless no input changed since the last build
//   node tools/build.mjs --is-fresh   exit code 0 when there is nothing to build
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { finishDist } from "./dist.mjs";
import { addImage } from "./image.mjs";
import { at, dist } from "./paths.mjs";

const STAMP = at(".tools", "dist.stamp");
/** Everything that dist/ is made from. */
const INPUTS = [
  "src", "static", "vendor", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", "build.rs", "rust-toolchain.toml",
  ".cargo/config.toml", "package-lock.json", "tools/build.mjs", "tools/dist.mjs", "tools/image.mjs",
];

const GENERATED = ["__pycache__", path.join("static", "vendor")];

function* filesUnder(name) {
  const full = at(name);
  if (!fs.existsSync(full)) return;
  if (!fs.statSync(full).isDirectory()) {
    yield name;
    return;
  }
  for (const entry of fs.readdirSync(full).sort()) {
    const inner = path.join(name, entry);
    if (!GENERATED.includes(entry) && !GENERATED.includes(inner)) yield* filesUnder(inner);
  }
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const name of INPUTS.flatMap((it) => [...filesUnder(it)])) {
    hash.update(name).update("\0").update(fs.readFileSync(at(name))).update("\0");
  }
  return hash.digest("hex");
}

function run(command, args) {
  const done = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], cwd: at() });
  if (done.error) throw done.error;
  if (done.status !== 0) {
    console.error(`./x: ${command} ${args[0]} failed (see above)`);
    process.exit(1);
  }
}

async function main() {
  const print = fingerprint();
  const isFresh = fs.existsSync(path.join(dist, "index.html")) && fs.existsSync(STAMP) && fs.readFileSync(STAMP, "utf8") === print;
  if (process.argv.includes("--is-fresh")) process.exit(isFresh ? 0 : 1);
  if (isFresh) return;
  fs.rmSync(STAMP, { force: true });

  console.error("==> Building page and worker (release; some minutes the first time)");
  run("trunk", ["build", "--release", "--locked"]);
  console.error("==> Starting the interpreter and keeping its memory");
  addImage();
  console.error("==> Adding sql.js and compressing");
  await finishDist();

  fs.mkdirSync(path.dirname(STAMP), { recursive: true });
  fs.writeFileSync(STAMP, print);
}

await main();
