// Links: short, never opened as something else than was packed, and old ones keep opening.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { test } from "node:test";
import { deflateSync } from "fflate";
import { at } from "../paths.mjs";
import { DICTIONARY } from "../../static/share/dictionary.js";
import { pack, qr, unpack } from "../../static/share/share.js";

const LIMIT = 1_000_000;
const example = (name) => fs.readFileSync(at("static", "examples", name), "utf8");
const examples = fs.readdirSync(at("static", "examples")).filter((it) => it.endsWith(".py"));
const payload = (title, ...texts) => JSON.stringify({
  v: 1, title, files: texts.map((text, index) => ({ name: index === 0 ? "main.py" : `part_${index}.py`, text })), latency: 1000, panel: "log",
});
const lines = (text) => text.split("\n").length - 1;

/** Any numbers, the same in each run. */
function* numbers(seed = 1) {
  for (;;) yield (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0);
}

test("links of version a keep opening", () => {
  assert.equal(createHash("sha256").update(DICTIONARY).digest("hex"), "b6f2b805fc92d3af33b15d2926b71b911ad26961a317b2cf5129e4920066ec83");
  assert.equal(unpack("aQzfCGzjbSJR2HGUkrOiDRBs0Wg2BhbB62uE9wKgH9uCK1DEiBBTMiMAEex0Axbw8", LIMIT), payload("Kept", "from sqlalchemy import select\nprint(select(1), 'für immer')\n"));
});

test("every example is a short link", () => {
  for (const it of examples) {
    const text = payload(it, example(it));
    const link = pack(text);
    assert.match(link, /^a[\w-]+$/);
    assert.equal(unpack(`#${link}`, LIMIT), text);
    const limit = 500 + 10 * lines(example(it));
    assert.ok(link.length < limit, `${it}: ${link.length} characters for ${lines(example(it))} lines`);
  }
});

test("150 lines take less than 2,000 characters", () => {
  const parts = [example("tags_and_rollback.py"), example("unit_of_work.py")];
  assert.ok(lines(parts.join("")) >= 150);
  const { length } = pack(payload("Two programs", ...parts));
  assert.ok(length < 2_000, `${length} characters`);
});

test("any text comes back", () => {
  const texts = ["", "a", "\0", "\uFEFFbyte order mark", "naïve ✓ 数据库 🐍 \u{10FFFF}", "\r\n\t", "é".repeat(10_000), example("first_steps.py").repeat(50)];
  for (const it of texts) assert.equal(unpack(pack(it), LIMIT), it);
});

test("HTML and script stay text", () => {
  const tags = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</title><script>", "javascript:alert(1)",
    "'\"><b>", "{{7*7}}", "${alert(1)}", "<!--", "%3Cscript%3E"];
  const ways = [(it) => it, (it) => it.toUpperCase(), (it) => `"${it}"`, (it) => `${it}\n${it}`, (it) => `\u2028${it}\u202E`];
  const all = tags.flatMap((it) => ways.map((way) => way(it)));
  assert.equal(all.length, 50);
  for (const it of all) assert.equal(JSON.parse(unpack(pack(payload(it, it)), LIMIT)).title, it);
});

test("a link cut anywhere is refused", () => {
  const link = pack(payload("Cut", example("first_steps.py")));
  assert.throws(() => unpack("", LIMIT), /no program/);
  for (let length = 1; length < link.length; length += 1) {
    assert.throws(() => unpack(link.slice(0, length), LIMIT), /link is damaged/, `cut after ${length}`);
  }
});

test("a link with one changed character is refused", () => {
  const link = pack(payload("Changed", example("first_steps.py")));
  for (let index = 1; index < link.length; index += 1) {
    for (const other of [link[index] === "A" ? "B" : "A", "~", "é"]) {
      // The last character may carry bits that mean nothing.
      if (index === link.length - 1 && /\w/.test(other)) continue;
      const changed = link.slice(0, index) + other + link.slice(index + 1);
      assert.throws(() => unpack(changed, LIMIT), /link is damaged|more than/, `changed at ${index}`);
    }
  }
});

test("random fragments are refused", () => {
  const random = numbers();
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const next = (limit) => Math.floor((random.next().value / 2 ** 32) * limit);
  for (let count = 0; count < 200; count += 1) {
    const rest = Array.from({ length: next(600) }, () => signs[next(64)]).join("");
    assert.throws(() => unpack(`a${rest}`, LIMIT), /link is damaged|more than/, rest);
    assert.throws(() => unpack(rest, LIMIT), /This link /, rest);
  }
});

test("what is no link of ours is told apart", () => {
  for (const it of ["b", "bQQ", "zzz", "Section"]) assert.throws(() => unpack(it, LIMIT), /newer version/);
  for (const it of ["", "#", "##", "1", "?a", "/a", " a"]) assert.throws(() => unpack(it, LIMIT), /no program/);
  for (const it of ["a", "a b", "aé", "aQ", "aQQ==", "a%41"]) assert.throws(() => unpack(it, LIMIT), /damaged/);
});

test("a bomb of 50 MB stops at the limit", () => {
  const bomb = deflateSync(new Uint8Array(50_000_000).fill(65), { level: 9, dictionary: DICTIONARY });
  const link = `a${Buffer.from(bomb).toString("base64url")}AAAA`;
  assert.ok(link.length < 200_000);
  const before = process.memoryUsage().arrayBuffers;
  assert.throws(() => unpack(link, LIMIT), /more than 1,000,000 bytes/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000);
});

test("a fragment of 50 MB is not even decoded", () => {
  assert.throws(() => unpack(`a${"A".repeat(50_000_000)}`, LIMIT), /longer than 200,000 characters/);
  assert.throws(() => pack(Array.from({ length: 40_000 }, ((it) => () => it.next().value)(numbers())).join(" ")), /too long for a link/);
});

test("the limit is exact", () => {
  const link = pack("x".repeat(1000));
  assert.equal(unpack(link, 1000).length, 1000);
  assert.throws(() => unpack(link, 999), /more than 999 bytes/);
});

test("a QR code has its three corners and a light border", () => {
  const { size, path } = qr("https://example.org/#a");
  assert.equal(size, 25 + 2 * 4);
  for (const corner of ["M4 4h7v1H4z", `M${size - 11} 4h7v1H${size - 11}z`, `M4 ${size - 5}h7v1H4z`]) assert.ok(path.includes(corner), corner);
  assert.doesNotMatch(path, /M[0-3] |M\d+ [0-3]h/);
  assert.match(path, /^(M\d+ \d+h\d+v1H\d+z)+$/);
});

test("a text that no QR code holds is refused", () => {
  assert.equal(qr("x".repeat(2953)).size, 177 + 8);
  assert.throws(() => qr("x".repeat(2954)), /too long for a QR code/);
});
