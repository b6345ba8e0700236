// A small static server for dist/: right types, precompressed files, ETags, nothing outside the folder.
//
//   node tools/serve.mjs [--port N]
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { contentSecurityPolicy } from "./dist.mjs";
import { dist, isMain } from "./paths.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".py": "text/x-python; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};
const ENCODINGS = [["br", ".br"], ["gzip", ".gz"]];
/** Trunk's hashed names change with their content, and so may be kept for ever. */
const HASHED = /-[0-9a-f]{12,}(_bg)?\.(js|wasm|css)$/;

/** The file for a request's path, or null: no way out of `folder`, no hidden files. */
function fileFor(folder, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  if (name.includes("\0") || name.split(/[/\\]/).some((it) => it.startsWith("."))) return null;
  if (name.endsWith("/")) name += "index.html";
  const file = path.join(folder, name);
  try {
    const real = fs.realpathSync(file);
    return real.startsWith(fs.realpathSync(folder) + path.sep) && fs.statSync(real).isFile() ? real : null;
  } catch {
    return null;
  }
}

function accepts(request, encoding) {
  return (request.headers["accept-encoding"] ?? "").split(",").some((it) => {
    const [name, ...rest] = it.trim().split(";");
    return name.trim() === encoding && !rest.some((q) => /^\s*q=0(\.0*)?\s*$/.test(q));
  });
}

/**
 * Answers requests from `folder`. `policy` is sent as the content security policy; the worker is
 * bound by this header, which a <meta> of the page does not reach.
 */
export function handler(folder, policy) {
  const tags = new Map();
  const tagOf = (file, stat) => {
    const key = `${file}:${stat.mtimeMs}:${stat.size}`;
    if (!tags.has(key)) tags.set(key, `"${createHash("sha256").update(fs.readFileSync(file)).digest("base64url").slice(0, 22)}"`);
    return tags.get(key);
  };
  return (request, response) => {
    const say = (status, text) => {
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Content-Length": Buffer.byteLength(text) });
      response.end(request.method === "HEAD" ? undefined : text);
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return say(405, "Only GET and HEAD are answered here.\n");
    }
    const file = fileFor(folder, request.url);
    if (!file) return say(404, "There is no such file.\n");

    const coding = ENCODINGS.find(([name, ending]) => accepts(request, name) && fs.existsSync(file + ending));
    const sent = coding ? file + coding[1] : file;
    const stat = fs.statSync(sent);
    const tag = tagOf(sent, stat);
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (policy) response.setHeader("Content-Security-Policy", policy);
    if ((request.headers["if-none-match"] ?? "").split(",").some((it) => it.trim() === tag)) {
      response.writeHead(304);
      return response.end();
    }
    response.setHeader("Content-Type", TYPES[path.extname(file)] ?? "application/octet-stream");
    response.setHeader("Content-Length", stat.size);
    if (coding) response.setHeader("Content-Encoding", coding[0]);
    response.writeHead(200);
    if (request.method === "HEAD") return response.end();
    fs.createReadStream(sent).pipe(response);
  };
}

/** The policy of the built page. */
export function policyOf(folder) {
  return contentSecurityPolicy(fs.readFileSync(path.join(folder, "index.html"), "utf8"));
}

/** Serves `folder` at 127.0.0.1:`port` (0: any free one) and resolves to the server. */
export function serve(folder, port, policy = policyOf(folder)) {
  const server = http.createServer(handler(folder, policy));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function portFrom(args) {
  const index = args.findIndex((it) => it === "--port" || it.startsWith("--port="));
  const text = index < 0 ? "8080" : args[index].includes("=") ? args[index].split("=")[1] : args[index + 1];
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`./x: --port takes a number from 0 to 65535, not '${text ?? ""}'`);
    process.exit(2);
  }
  return port;
}

if (isMain(import.meta.url)) {
  const port = portFrom(process.argv.slice(2));
  try {
    const server = await serve(dist, port);
    console.log(`ORM Playground: http://127.0.0.1:${server.address().port}/  (Ctrl+C ends it)`);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(`./x: port ${port} is in use. Choose another: ./x serve --port ${port + 1}`);
    process.exit(1);
  }
}
