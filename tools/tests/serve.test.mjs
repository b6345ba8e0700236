// The static server: types, precompressed files, revalidation, and no way out of its folder.
import assert from "node:assert/strict";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../serve.mjs";

let folder, server;

before(async () => {
  const outer = fs.mkdtempSync(path.join(os.tmpdir(), "serve-"));
  folder = path.join(outer, "dist");
  fs.mkdirSync(path.join(folder, "sub"), { recursive: true });
  fs.writeFileSync(path.join(outer, "secret.txt"), "secret");
  fs.symlinkSync(path.join(outer, "secret.txt"), path.join(folder, "link.txt"));
  fs.writeFileSync(path.join(folder, ".hidden"), "hidden");
  fs.writeFileSync(path.join(folder, "index.html"), "<script>1</script>");
  fs.writeFileSync(path.join(folder, "sub", "index.html"), "sub");
  fs.writeFileSync(path.join(folder, "a.wasm"), "plain");
  fs.writeFileSync(path.join(folder, "a.wasm.br"), "as br");
  server = await serve(folder, 0);
});
after(() => server.close());

function ask(target, { method = "GET", headers = {} } = {}) {
  const { port } = server.address();
  return new Promise((resolve, reject) => {
    http.request({ port, host: "127.0.0.1", path: target, method, headers, agent: false }, (response) => {
      let body = "";
      response.on("data", (it) => (body += it));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on("error", reject).end();
  });
}

test("wasm has its type, and is sent compressed to those who take it", async () => {
  const plain = await ask("/a.wasm");
  assert.deepEqual([plain.headers["content-type"], plain.headers["content-encoding"], plain.body], ["application/wasm", undefined, "plain"]);
  const small = await ask("/a.wasm", { headers: { "accept-encoding": "gzip, br" } });
  assert.deepEqual([small.headers["content-type"], small.headers["content-encoding"], small.body], ["application/wasm", "br", "as br"]);
  const refused = await ask("/a.wasm", { headers: { "accept-encoding": "br;q=0" } });
  assert.equal(refused.headers["content-encoding"], undefined);
});

test("an unchanged file is not sent again", async () => {
  const first = await ask("/");
  assert.equal(first.headers["cache-control"], "no-cache");
  const again = await ask("/", { headers: { "if-none-match": first.headers.etag } });
  assert.deepEqual([again.status, again.body], [304, ""]);
});

test("a folder is its index", async () => {
  assert.equal((await ask("/sub/")).body, "sub");
});

test("nothing outside the folder and nothing hidden is sent", async () => {
  for (const target of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/sub/..%2f..%2fsecret.txt", "/link.txt", "/.hidden", "/%00", "/%", "/sub"]) {
    assert.equal((await ask(target)).status, 404, target);
  }
});

test("the policy allows this origin and the page's own inline scripts only", async () => {
  const policy = (await ask("/")).headers["content-security-policy"];
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+';/);
  assert.doesNotMatch(policy, /https?:|\*|unsafe-eval'.*'unsafe-eval/);
});

test("only GET and HEAD are answered", async () => {
  assert.equal((await ask("/", { method: "POST" })).status, 405);
  assert.deepEqual([(await ask("/", { method: "HEAD" })).status, (await ask("/", { method: "HEAD" })).body], [200, ""]);
});
