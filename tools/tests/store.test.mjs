// Programs kept in the browser: none is lost or overwritten, and a refusal is said in words.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import "fake-indexeddb/auto";

const program = (title, text = "print(1)\n") => JSON.stringify({ v: 1, title, files: [{ name: "main.py", text }] });

let tabs = 0;
/** The module as another tab has it: with a connection and a channel of its own. */
const openTab = () => import(`../../static/store/store.js?tab=${(tabs += 1)}`);

let store;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await openTab();
});

test("programs are listed by title and read by id", async () => {
  const start = Date.now();
  await store.write("x", program("Part 10"));
  await store.write("y", program("part 9"));
  await store.write("z", program("Äpfel"));
  const found = await store.list();
  assert.deepEqual(found.map(({ id, title }) => [id, title]), [["z", "Äpfel"], ["y", "part 9"], ["x", "Part 10"]]);
  assert.ok(found.every((it) => it.updated >= start && it.updated <= Date.now() && Object.keys(it).length === 3));
  assert.equal(await store.read("y"), program("part 9"));
  assert.equal(await store.read("none"), null);
});

test("a program is replaced and removed", async () => {
  await store.write("x", program("Old"));
  await store.write("x", program("New"));
  assert.deepEqual((await store.list()).map((it) => it.title), ["New"]);
  await store.remove("x");
  await store.remove("none");
  assert.deepEqual(await store.list(), []);
});

test("any text is kept, with or without a title", async () => {
  const texts = ["", "not JSON", "null", "[]", '{"title":5}', '{"title":" "}', program("<script>alert(1)</script>"), "\uD800 🐍"];
  for (const [index, it] of texts.entries()) await store.write(`id${index}`, it);
  for (const [index, it] of texts.entries()) assert.equal(await store.read(`id${index}`), it);
  const titles = (await store.list()).map((it) => it.title);
  assert.deepEqual([...new Set(titles)].sort(), ["<script>alert(1)</script>", "Untitled"]);
});

test("what is exported is imported elsewhere", async () => {
  await store.write("x", program("One"));
  await store.write("y", program("Two"));
  const [before, file] = [await store.list(), await store.exportAll()];
  globalThis.indexedDB = new IDBFactory();
  const other = await openTab();
  assert.equal(await other.importAll(file), 2);
  assert.deepEqual(await other.list(), before);
  assert.equal(await other.read("x"), program("One"));
  assert.equal(await other.importAll(file), 0);
});

test("an import overwrites nothing, and twice is as once", async () => {
  await store.write("x", program("One"));
  await store.write("y", program("Same"));
  const file = await store.exportAll();
  await store.write("x", program("One, changed"));
  await store.write("x-2", program("Another one"));
  for (const added of [1, 0]) {
    assert.equal(await store.importAll(file), added);
    assert.equal(await store.read("x"), program("One, changed"));
    assert.equal(await store.read("x-2"), program("Another one"));
    assert.equal(await store.read("x-3"), program("One"));
    assert.equal((await store.list()).length, 4);
  }
});

test("a broken file is refused as a whole", async () => {
  await store.write("x", program("One"));
  const file = await store.exportAll();
  const changed = (change) => {
    const content = JSON.parse(file);
    change(content);
    return JSON.stringify(content);
  };
  for (let length = 0; length < file.length - 2; length += 1) {
    await assert.rejects(store.importAll(file.slice(0, length)), /This file is broken: .*Nothing was imported/);
  }
  for (const it of ["null", "1", "[]", "{}", '"text"', changed((it) => delete it.format), changed((it) => (it.programs = {}))]) {
    await assert.rejects(store.importAll(it), /holds no programs/);
  }
  const good = { id: "new", text: "", updated: 1 };
  for (const bad of [null, 1, {}, { ...good, id: 1 }, { ...good, id: "" }, { ...good, text: null }, { ...good, updated: "now" }]) {
    await assert.rejects(store.importAll(changed((it) => (it.programs = [good, bad]))), /program 2 in it/);
  }
  await assert.rejects(store.importAll(changed((it) => (it.version = 2))), /newer version/);
  assert.deepEqual((await store.list()).map((it) => it.id), ["x"]);
});

test("refused storage is said, and tried again", async () => {
  const allowed = globalThis.indexedDB;
  const refuse = (name) => () => {
    throw new DOMException("refused", name);
  };
  const refusals = [undefined, { open: refuse("SecurityError") }, { open: refuse("InvalidStateError") }];
  for (const it of refusals) {
    globalThis.indexedDB = it;
    const calls = [store.list(), store.read("x"), store.write("x", ""), store.remove("x"), store.exportAll(),
      store.importAll('{"format":"orm-playground-programs","version":1,"programs":[{"id":"x","text":"","updated":1}]}')];
    for (const call of calls) await assert.rejects(call, /keeps nothing for this page/);
  }
  globalThis.indexedDB = allowed;
  await store.write("x", program("One"));
  assert.equal((await store.list()).length, 1);
});

test("full storage is said, and what was kept stays", async (context) => {
  await store.write("x", program("One"));
  context.mock.method(IDBObjectStore.prototype, "put", () => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await assert.rejects(store.write("x", program("Two")), /storage is full/);
  context.mock.restoreAll();
  assert.equal(await store.read("x"), program("One"));
});

test("two tabs with one program learn of each other", async () => {
  const other = await openTab();
  const heard = [];
  const hear = (name) => () => heard.push(name);
  const wait = () => new Promise((done) => setTimeout(done, 50));
  store.announce("x", hear("first"));
  other.announce("y", hear("second"));
  await wait();
  assert.deepEqual(heard, []);
  other.announce("x", hear("second"));
  await wait();
  assert.deepEqual(heard.sort(), ["first", "second"]);
  store.announce("z", hear("first"));
  await wait();
  assert.equal(heard.length, 2);
  for (const it of [store, other]) it.announce(null);
});

test("without channels nothing is told", () => {
  const { BroadcastChannel } = globalThis;
  try {
    globalThis.BroadcastChannel = undefined;
    store.announce("x", () => assert.fail("nobody is there"));
  } finally {
    globalThis.BroadcastChannel = BroadcastChannel;
  }
});
