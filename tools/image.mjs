// Starts the interpreter when the page is built: runs the worker's `start`, and puts the memory it leaves
// into the module in place of its data, so that a browser begins where this ended. Compiling and running
// that start in the browser took a third of the time to the first statement.
//
// `start` must not call JavaScript (checked here), so the memory depends on nothing but the module.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { at, dist } from "./paths.mjs";

/** What `start` alone needs, by part of the name: never called again, so not worth downloading. */
const STARTERS = [
  "::types::zoo::TypeZoo>::init",
  "::types::zoo::TypeZoo>::extend",
  "::exceptions::ExceptionZoo>::extend",
  "::vm::context::Context>::init_genesis",
  "::vm::interpreter::initialize_vm::<",
];
/** What is never called, because what leads to it was taken away when the interpreter was started (`interpreter.rs`). */
const DISABLED = ["::frame::ExecutingFrame>::execute_instrumented"];
/** What sets up one type and then stays as it is: not called again when it ran in `start`, else needed later. */
const ONCE = /^<?core(?:\[\w+\])?::cell::once::OnceCell<.*>::try_init::<.*::make_static_type/;
/** The functions of modules that cannot be imported (`UNUSED_MODULES` there). */
const UNUSED = /^<?rustpython_vm(?:\[\w+\])?::stdlib::(?:_interpreters|_interpchannels|_interpqueues|_symtable|_testinternalcapi)::/;
/** What shows instructions and DDL to those who debug the program itself. */
const DEBUGGING = /^<&?(?:rustpython_compiler_core(?:\[\w+\])?::bytecode::instruction::Instruction|orm_playground(?:\[\w+\])?::sql::ddl::DdlElement) as core(?:\[\w+\])?::fmt::Debug>::fmt/;
/** The compiler gives functions of equal code one body and one of their names; short ones may be shared with what is used. */
const SHARED_BYTES = 400;
/** What browsers of the last years have; names as wasm-opt takes them. */
const FEATURES = [
  "bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "multivalue", "mutable-globals", "nontrapping-float-to-int",
  "reference-types", "sign-ext",
];
const PAGE = 65_536;
/** So many zeros end a piece of data: more than the head of the next one takes. */
const GAP = 32;
const [CUSTOM, IMPORTS, MEMORY, GLOBALS, EXPORTS, CODE, DATA, DATA_COUNT] = [0, 2, 5, 6, 7, 10, 11, 12];

/** Reads a module's bytes from front to back. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.byte();
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    return value >>> 0;
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return this.take(this.number()).toString("utf8");
  }
}

function unsigned(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return Buffer.from(bytes);
}

function signed(value) {
  const bytes = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    const isLast = (value === 0 && !(byte & 64)) || (value === -1 && byte & 64);
    bytes.push(isLast ? byte : byte | 128);
    if (isLast) return Buffer.from(bytes);
  }
}

const vector = (items) => Buffer.concat([unsigned(items.length), ...items]);

function sectionsOf(bytes) {
  const reader = new Reader(bytes, 8);
  const sections = [];
  while (reader.at < bytes.length) {
    const id = reader.byte();
    sections.push({ id, body: reader.take(reader.number()) });
  }
  return sections;
}

/** Where in memory a function of `ONCE` leaves a mark when it runs: at the stack's far end, which `start` does not reach. */
const MARKS = 1_024;

/**
 * The memory after `start`, without what is left on the stack and the code of modules that are imported,
 * and which of the `marked` functions of `bytes` ran.
 */
function memoryAfterStart(glue, bytes, stackTop, marked) {
  let instance;
  const called = new Set();
  class Instance {
    constructor(module, imports) {
      for (const names of Object.values(imports)) {
        for (const [name, value] of Object.entries(names)) {
          if (typeof value !== "function") continue;
          names[name] = (...args) => {
            called.add(name);
            return value(...args);
          };
        }
      }
      instance = new WebAssembly.Instance(module, imports);
      return instance;
    }
  }
  const { Module, Memory, Table } = WebAssembly;
  const context = vm.createContext({ TextDecoder, TextEncoder, WebAssembly: { Module, Memory, Table, Instance }, console, self: {} });
  vm.runInContext(`${glue}\nglobalThis.bindings = wasm_bindgen;`, context);
  // Made in there: the bindings look at the prototype.
  const options = vm.runInContext("(module) => ({ module })", context)(new Module(bytes));
  context.bindings.initSync(options);
  called.clear();
  context.bindings.start();
  if (called.size > 0) throw new Error(`the worker's start() called JavaScript: ${[...called].join(", ")}`);
  const forgotten = context.bindings.forgotten();
  const memory = new Uint8Array(instance.exports.memory.buffer);
  const marks = memory.slice(0, MARKS + marked.length);
  const unreached = memory.subarray(marks.length, marks.length + MARKS);
  if (marks.some((it, at) => it > (at < MARKS ? 0 : 1)) || unreached.some((it) => it !== 0)) throw new Error("the stack of start() reached the marks");
  memory.fill(0, 0, stackTop);
  for (let at = 0; at < forgotten.length; at += 2) memory.fill(0, forgotten[at], forgotten[at] + forgotten[at + 1]);
  return { memory, ran: marked.filter((_, at) => marks[MARKS + at] === 1) };
}

/** The same code, in which each of the `marked` functions leaves its mark. */
function withMarks(code, imported, marked) {
  const places = new Map(marked.map((index, at) => [index, MARKS + at]));
  return eachBody(code, imported, (body, index) => {
    if (!places.has(index)) return body;
    const reader = new Reader(body);
    reader.number();
    const from = reader.at;
    for (let left = reader.number(); left > 0; left -= 1) {
      reader.number();
      reader.byte();
    }
    // The byte at that place becomes 1.
    const mark = Buffer.concat([Buffer.from([0x41]), signed(places.get(index)), Buffer.from([0x41, 1, 0x3a, 0, 0])]);
    const made = [body.subarray(from, reader.at), mark, body.subarray(reader.at)];
    return Buffer.concat([unsigned(made.reduce((sum, it) => sum + it.length, 0)), ...made]);
  });
}

/** The stack begins at the first global and grows down to 0. */
function stackTopOf(globals) {
  const reader = new Reader(globals);
  reader.number();
  const [type, isMutable, opcode] = [reader.byte(), reader.byte(), reader.byte()];
  if (type !== 0x7f || isMutable !== 1 || opcode !== 0x41) throw new Error("the first global is not the stack pointer");
  return reader.number();
}

/** Index and name of every function. */
function* functionNames(names) {
  const reader = new Reader(names);
  reader.text();
  while (reader.at < names.length) {
    const kind = reader.byte();
    const end = reader.number() + reader.at;
    if (kind === 1) {
      for (let left = reader.number(); left > 0; left -= 1) {
        yield [reader.number(), reader.text()];
      }
    }
    reader.at = end;
  }
}

/** Indices of the functions whose name has one of `parts`, each of which must be there, and of those `isUnused` is true of. */
function functionsNamed(names, parts, isUnused) {
  const found = new Map(parts.map((it) => [it, 0]));
  const indices = new Set();
  for (const [index, name] of functionNames(names)) {
    if (isUnused(index, name)) indices.add(index);
    const part = parts.find((it) => name.includes(it));
    if (!part) continue;
    found.set(part, found.get(part) + 1);
    indices.add(index);
  }
  const missing = [...found].filter(([, count]) => count === 0).map(([part]) => part);
  if (missing.length > 0) throw new Error(`no function is named ${missing.join(", ")}: correct STARTERS or DISABLED`);
  return indices;
}

function importedFunctions(body) {
  const reader = new Reader(body);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    const limits = () => {
      if (reader.number() & 1) reader.number();
      reader.number();
    };
    if (kind === 0) {
      functions += 1;
      reader.number();
    } else if (kind === 1) {
      reader.byte();
      limits();
    } else if (kind === 2) limits();
    else reader.take(2);
  }
  return functions;
}

/** How many bytes each function takes. */
function bodyLengths(code) {
  const reader = new Reader(code);
  return Array.from({ length: reader.number() }, () => {
    const length = reader.number();
    reader.take(length);
    return length;
  });
}

/** The same code, each function of which is what `change` makes of its body, length included, and its index. */
function eachBody(code, imported, change) {
  const reader = new Reader(code);
  const bodies = [];
  for (let left = reader.number(), index = imported; left > 0; left -= 1, index += 1) {
    const from = reader.at;
    reader.take(reader.number());
    bodies.push(change(code.subarray(from, reader.at), index));
  }
  return vector(bodies);
}

/** The same code, with a trap in place of the functions in `removed`. */
function withoutBodies(code, imported, removed) {
  const trap = Buffer.from([3, 0, 0x00, 0x0b]);
  return eachBody(code, imported, (body, index) => (removed.has(index) ? trap : body));
}

/** The module of these sections, some of them changed. */
function moduleOf(bytes, sections, changed) {
  const parts = [bytes.subarray(0, 8)];
  for (const { id, body } of sections) {
    const made = changed.get(id)?.(body) ?? body;
    parts.push(Buffer.from([id]), unsigned(made.length), made);
  }
  return Buffer.concat(parts);
}

/** What is only called here. */
const EXPORTS_OF_START = ["start", "forgotten"];

function withoutStart(exports) {
  const reader = new Reader(exports);
  const kept = [];
  for (let left = reader.number(); left > 0; left -= 1) {
    const from = reader.at;
    const name = reader.text();
    reader.byte();
    reader.number();
    if (!EXPORTS_OF_START.includes(name)) kept.push(exports.subarray(from, reader.at));
  }
  return vector(kept);
}

/** Its first size is what has been used. */
function memoryLimits(body, memory) {
  const reader = new Reader(body);
  reader.number();
  const flags = reader.byte();
  reader.number();
  const most = flags & 1 ? unsigned(reader.number()) : Buffer.alloc(0);
  return vector([Buffer.concat([Buffer.from([flags]), unsigned(memory.length / PAGE), most])]);
}

function dataOf(memory) {
  const pieces = [];
  for (let at = 0; at < memory.length;) {
    while (at < memory.length && memory[at] === 0) at += 1;
    let [end, zeros] = [at, 0];
    while (end < memory.length && zeros < GAP) zeros = memory[end++] === 0 ? zeros + 1 : 0;
    const bytes = memory.subarray(at, end - zeros);
    // Into memory 0 at a constant place.
    if (bytes.length > 0) {
      pieces.push(Buffer.concat([Buffer.from([0, 0x41]), signed(at), Buffer.from([0x0b]), unsigned(bytes.length), bytes]));
    }
    at = end;
  }
  return vector(pieces);
}

/** A module that stands where `bytes` stands after `start`. */
export function withImage(glue, bytes) {
  const sections = sectionsOf(bytes);
  const bodyOf = (id) => sections.find((it) => it.id === id).body;
  const names = sections.find((it) => it.id === CUSTOM && new Reader(it.body).text() === "name");
  if (!names) throw new Error("the worker has no names: wasm-opt has run before");
  const imported = importedFunctions(bodyOf(IMPORTS));
  const lengths = bodyLengths(bodyOf(CODE));
  const isLong = (index) => lengths[index - imported] > SHARED_BYTES;
  const once = [...functionNames(names.body)].filter(([index, name]) => isLong(index) && ONCE.test(name)).map(([index]) => index);
  if (once.length === 0) throw new Error("no function sets up a type: correct ONCE");
  const watched = moduleOf(bytes, sections, new Map([[CODE, (body) => withMarks(body, imported, once)]]));
  const { memory, ran } = memoryAfterStart(glue, watched, stackTopOf(bodyOf(GLOBALS)), once);
  const isUnused = (index, name) => isLong(index) && (UNUSED.test(name) || DEBUGGING.test(name));
  const removed = functionsNamed(names.body, [...STARTERS, ...DISABLED], isUnused);
  for (const index of ran) removed.add(index);
  // Nothing refers to pieces of data by number, so their count need not be told beforehand.
  return moduleOf(bytes, sections.filter((it) => it.id !== DATA_COUNT), new Map([
    [MEMORY, (body) => memoryLimits(body, memory)],
    [EXPORTS, withoutStart],
    [CODE, (body) => withoutBodies(body, imported, removed)],
    [DATA, () => dataOf(memory)],
  ]));
}

/** Gives dist/'s worker its image and lets wasm-opt remove what is no longer reached. */
export function addImage() {
  const file = path.join(dist, "worker_bg.wasm");
  const glue = fs.readFileSync(path.join(dist, "worker.js"), "utf8");
  fs.writeFileSync(file, withImage(glue, fs.readFileSync(file)));
  const program = at("node_modules", ".bin", "wasm-opt");
  // Functions next to those of like names compress better than in the order of their use. Packing would
  // cut the data into many more pieces, whose heads cost more than the zeros they save.
  const order = ["--reorder-functions-by-name", "-O1", "--skip-pass=reorder-functions"];
  const options = [...FEATURES.map((it) => `--enable-${it}`), ...order, "--skip-pass=memory-packing"];
  const done = spawnSync(program, [...options, file, "-o", file], { stdio: "inherit" });
  if (done.status !== 0) throw done.error ?? new Error("wasm-opt failed");
}
