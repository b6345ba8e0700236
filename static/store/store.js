// Programs kept by name in this browser (IndexedDB), and which other tab has one of them open.
//
// The page loads it with `ormPlayground.load("store")`. A program is an id that the page chose and a text, the
// same JSON that share.js packs; only its title is read here. Every promise rejects with a sentence for the reader.

import { createStore, del, entries, get, set, update } from "idb-keyval";

const FORMAT = "orm-playground-programs";
const VERSION = 1;
const UNTITLED = "Untitled";

/** Opened at the first use; a refusal is not remembered. */
const programs = createStore("orm-playground", "programs");

function sentence({ name, message }) {
  if (name === "QuotaExceededError") return "The browser's storage is full: this was not kept. Remove some programs, or export them to a file.";
  if (["SecurityError", "InvalidStateError", "NotAllowedError", "ReferenceError", "TypeError", "UnknownError"].includes(name)) {
    return "This browser keeps nothing for this page, as in a private window or an embedded frame. Export your program to a file, or share it as a link.";
  }
  return `The browser could not reach its storage: ${message}`;
}

async function reached(action) {
  try {
    return await action();
  } catch (error) {
    throw new Error(sentence(error), { cause: error });
  }
}

function entry(text, updated) {
  let title;
  try {
    title = JSON.parse(text).title;
  } catch {
    // Not JSON: kept all the same.
  }
  return { title: typeof title === "string" && title.trim() ? title : UNTITLED, updated, text };
}

const byTitle = (a, b) => a.title.localeCompare(b.title, "en", { numeric: true }) || (a.id < b.id ? -1 : 1);

async function all() {
  const found = await reached(() => entries(programs));
  return found.map(([id, it]) => ({ id, ...it })).sort(byTitle);
}

/** All programs without their texts, by title; `updated` in milliseconds since 1970. */
export async function list() {
  return (await all()).map(({ id, title, updated }) => ({ id, title, updated }));
}

/** The text of a program, or null when there is none. */
export async function read(id) {
  return (await reached(() => get(id, programs)))?.text ?? null;
}

/** Keeps `text` as the program `id`, in place of what was kept before. */
export async function write(id, text) {
  await reached(() => set(id, entry(text, Date.now()), programs));
}

export async function remove(id) {
  await reached(() => del(id, programs));
}

/** All programs as the text of one file. */
export async function exportAll() {
  const kept = (await all()).map(({ id, updated, text }) => ({ id, updated, text }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, programs: kept }, null, 1)}\n`;
}

/** The programs of a file; throws when any of it is not as `exportAll` writes it. */
function parsed(file) {
  let content;
  try {
    content = JSON.parse(file);
  } catch {
    throw new Error("This file is broken: it is not the JSON that an export writes. Nothing was imported.");
  }
  if (content?.format !== FORMAT || !Array.isArray(content.programs)) {
    throw new Error("This file holds no programs of ORM Playground. Nothing was imported.");
  }
  if (content.version !== VERSION) {
    throw new Error("This file was made by a newer version of ORM Playground. Reload the page, then import it again.");
  }
  const isProgram = (it) => typeof it?.id === "string" && it.id !== "" && typeof it.text === "string" && Number.isFinite(it.updated);
  const wrong = content.programs.findIndex((it) => !isProgram(it));
  if (wrong >= 0) throw new Error(`This file is broken: program ${wrong + 1} in it has no name, text or date. Nothing was imported.`);
  return content.programs;
}

/** Keeps a program under its id, or the next free one when another text has it; resolves to whether it is new. */
async function keepBeside({ id, text, updated }) {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? id : `${id}-${number}`;
    let before;
    // Looked up and kept in one transaction, so that another tab cannot come between.
    await reached(() => update(free, (it) => (before = it) ?? entry(text, updated), programs));
    if (before === undefined) return true;
    if (before.text === text) return false;
  }
}

/** Adds the programs of an exported file, never over another one; resolves to how many are new. */
export async function importAll(file) {
  let added = 0;
  for (const it of parsed(file)) if (await keepBeside(it)) added += 1;
  return added;
}

let channel = null;

/**
 * Tells the other tabs that this one has program `id` open instead of the one before, and calls `onOther` whenever
 * another tab turns out to have it open too. `id` null: none is open.
 */
export function announce(id, onOther) {
  channel?.close();
  channel = null;
  if (id === null) return;
  try {
    channel = new BroadcastChannel("orm-playground.programs");
  } catch {
    // Not in this browser, or not in this frame: nobody can be told.
    return;
  }
  const own = channel;
  own.onmessage = ({ data }) => {
    if (data?.id !== id || own !== channel) return;
    if (data.isOpened) own.postMessage({ id, isOpened: false });
    onOther();
  };
  own.postMessage({ id, isOpened: true });
}
