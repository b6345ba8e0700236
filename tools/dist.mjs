// What Trunk leaves undone in dist/: sql.js, short scripts, a content security policy, sizes for the progress
// display, the list of files that work offline, and a .br and .gz beside each file for hosts that
// serve precompressed files.
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { at, dist } from "./paths.mjs";

const SQLJS = ["sql-wasm-browser.js", "sql-wasm-browser.wasm"];
/** Scripts that no bundler has seen. */
const PLAIN_SCRIPTS = ["app.js", "boot.js", "worker_loader.js", "worker.js"];
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Scripts run from this origin only, nothing is sent elsewhere. Styles may be inline: CodeMirror makes its own. */
export function contentSecurityPolicy(html) {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map((it) => `'sha256-${createHash("sha256").update(it[1]).digest("base64")}'`);
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...inline].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function* filesOf(dir) {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) yield* filesOf(full);
    else yield full;
  }
}

/** The policy, and the sizes before compression, which the progress display needs and no header tells. */
function addHead() {
  const page = path.join(dist, "index.html");
  const html = fs.readFileSync(page, "utf8");
  const bytes = (...parts) => fs.statSync(path.join(dist, ...parts)).size;
  const metas = [
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(html)}">`,
    `<meta name="worker-bytes" content="${bytes("worker_bg.wasm")}">`,
    `<meta name="database-bytes" content="${bytes("sqljs", SQLJS[1])}">`,
  ];
  fs.writeFileSync(page, html.replace(/<meta charset[^>]*>/i, (charset) => [charset, ...metas].join("\n")));
}

const isCompressed = (name) => /\.(br|gz)$/.test(name);

/** Tells static/offline.js which files there are, and their contents. */
export function listForOffline(folder) {
  const worker = path.join(folder, "offline.js");
  const files = {};
  for (const file of [...filesOf(folder)].sort()) {
    if (isCompressed(file) || file === worker) continue;
    const name = path.relative(folder, file).split(path.sep).join("/");
    // Some hosts redirect index.html to its folder, and a redirected answer cannot be kept for a page.
    files[name === "index.html" ? "./" : name] = `sha256-${createHash("sha256").update(fs.readFileSync(file)).digest("base64")}`;
  }
  const script = fs.readFileSync(worker, "utf8");
  fs.writeFileSync(worker, script.replace(/^const FILES = .*;$/m, () => `const FILES = ${JSON.stringify(files)};`));
}

/** Without comments, in short names; what each exports and says keeps its name. */
function minify(name) {
  const file = path.join(dist, name);
  const { code } = transformSync(fs.readFileSync(file, "utf8"), { minify: true, target: "esnext", legalComments: "none" });
  fs.writeFileSync(file, code);
}

async function compress(file) {
  const bytes = fs.readFileSync(file);
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [br, gz] = await Promise.all([brotli(bytes, { params }), gzip(bytes, { level: 9 })]);
  fs.writeFileSync(`${file}.br`, br);
  fs.writeFileSync(`${file}.gz`, gz);
}

export async function finishDist() {
  fs.mkdirSync(path.join(dist, "sqljs"), { recursive: true });
  for (const name of SQLJS) fs.copyFileSync(at("node_modules", "sql.js", "dist", name), path.join(dist, "sqljs", name));
  for (const file of [...filesOf(dist)]) if (file.endsWith(".d.ts")) fs.rmSync(file);
  PLAIN_SCRIPTS.forEach(minify);
  addHead();
  listForOffline(dist);
  const files = [...filesOf(dist)].filter((it) => !isCompressed(it));
  await Promise.all(files.map(compress));
}
