// The download sizes (brotli) and their limits: prints a table; exit code 1 over a limit.
import fs from "node:fs";
import path from "node:path";
import { dist, isMain } from "./paths.mjs";

const kB = 1000;
/** What is loaded when it is first used: bundles, help, and what a browser wants to install the page. */
const ON_DEMAND = ["share.js", "diagram.js", "store.js", "help/", "hints.json", "icons/mark-", "manifest.webmanifest", "offline.js"];
const isOnDemand = (it) => ON_DEMAND.some((start) => it.startsWith(start));
const isElsewhere = (it) => ["sqljs/", "worker", "examples/"].some((start) => it.startsWith(start)) || isOnDemand(it);
/** name, limit in bytes, which files of dist/ belong to it */
const GROUPS = [
  ["page shell", 600 * kB, (it) => !isElsewhere(it)],
  ["on demand", 90 * kB, isOnDemand],
  ["worker", 3500 * kB, (it) => it.startsWith("worker")],
  ["sql.js", 330 * kB, (it) => it.startsWith("sqljs/")],
];

function listed(dir, prefix = "") {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((it) =>
    it.isDirectory() ? listed(path.join(dir, it.name), `${prefix}${it.name}/`) : [`${prefix}${it.name}`]);
}

const number = (bytes) => bytes.toLocaleString("en-US").padStart(12);

/** [{ name, limit, files: [{ name, raw, br }], raw, br, isWithin }] */
export function measure() {
  const names = listed(dist).filter((it) => !/\.(br|gz)$/.test(it));
  return GROUPS.map(([name, limit, belongs]) => {
    const files = names.filter(belongs).map((it) => {
      const file = path.join(dist, it);
      const raw = fs.statSync(file).size;
      return { name: it, raw, br: fs.existsSync(`${file}.br`) ? fs.statSync(`${file}.br`).size : raw };
    }).sort((a, b) => b.br - a.br);
    const sum = (key) => files.reduce((total, it) => total + it[key], 0);
    return { name, limit, files, raw: sum("raw"), br: sum("br"), isWithin: files.length > 0 && sum("br") <= limit };
  });
}

export function print(groups) {
  console.log(`${"bytes".padEnd(40)} ${"as it is".padStart(12)} ${"brotli".padStart(12)} ${"limit".padStart(12)}`);
  for (const it of groups) {
    console.log(`${it.name.padEnd(40)} ${number(it.raw)} ${number(it.br)} ${number(it.limit)}  ${it.isWithin ? "ok" : "TOO LARGE"}`);
    for (const file of it.files) console.log(`  ${file.name.padEnd(38)} ${number(file.raw)} ${number(file.br)}`);
  }
}

if (isMain(import.meta.url)) {
  const groups = measure();
  print(groups);
  process.exit(groups.every((it) => it.isWithin) ? 0 : 1);
}
