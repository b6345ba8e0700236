// The worker's first script: loads the interpreter and sql.js side by side, tells the page how far
// they are, and passes the page's messages on. src/bin/worker.rs is the other side.
//
// What the page hears is always an array of protocol events. After `panicked` or `out_of_memory` the
// worker is broken and the page must replace it.

const INTERPRETER = "./worker_bg.wasm";
const DATABASE = "./sqljs/sql-wasm-browser.wasm";
const PROGRESS_STEP_BYTES = 256 * 1024;

/** Messages that come before the interpreter stands. */
const early = [];
self.onmessage = ({ data }) => early.push(data);

/** Fetches a WebAssembly file and reports its progress. */
async function fetched(part, url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  // The length of a compressed answer is not the length that the reader below counts.
  const isCompressed = response.headers.has("content-encoding");
  const total = isCompressed ? 0 : Number(response.headers.get("content-length") ?? 0);
  // The copy is only counted: the original keeps its address, by which the browser caches its code.
  count(part, response.clone().body.getReader(), total);
  return response;
}

async function count(part, reader, total) {
  let loaded = 0;
  let told = 0;
  const tell = () => {
    told = loaded;
    postMessage([{ load_progressed: { part, loaded_bytes: loaded, total_bytes: total } }]);
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      loaded += value.length;
      if (loaded - told >= PROGRESS_STEP_BYTES) tell();
    }
    tell();
  } catch {
    // The fetch itself reports what went wrong.
  }
}

/** Starts sql.js and keeps its memory, which it does not hand out. */
async function startDatabase(response) {
  let memory;
  const module = await new Promise((resolve, reject) => {
    initSqlJs({
      instantiateWasm(imports, done) {
        WebAssembly.instantiateStreaming(response, imports).then(({ instance }) => {
          memory = Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory);
          done(instance);
        }, reject);
        return {};
      },
    }).then(resolve, reject);
  });
  return { module, memory };
}

/** Says which part could not be loaded. */
function failed(part) {
  return (error) => {
    const message = error?.message ?? String(error);
    postMessage([{ load_failed: { part, message } }]);
    throw error;
  };
}

/** Passes a message on. An error that comes out here is a trap: no panic, which reports itself. */
function handle(message) {
  try {
    wasm_bindgen.handle(message);
  } catch (error) {
    if (!self.hasPanicked) reportTrap(error);
    self.close();
  }
}

/** Sends what the run had to say until it broke, and how it ended. */
function reportTrap(error) {
  try {
    wasm_bindgen.flush();
  } catch {
    // What was not sent yet is lost.
  }
  const outcome = error instanceof RangeError
    ? { panicked: { message: "the browser's call stack was exhausted" } }
    : "out_of_memory";
  postMessage([{ run_finished: { outcome, virtual_micros: 0, elapsed_micros: 0 } }]);
}

async function load() {
  const interpreter = fetched("interpreter", INTERPRETER);
  const database = fetched("database", DATABASE);
  // Both may fail at once; each is reported where it is awaited.
  database.catch(() => {});
  let sqlite;
  try {
    // In one call they load side by side.
    importScripts("./worker.js", "./sqljs/sql-wasm-browser.js");
    sqlite = database.then(startDatabase);
    sqlite.catch(() => {});
  } catch (error) {
    failed(typeof wasm_bindgen === "undefined" ? "interpreter" : "database")(error);
  }
  const exports = await interpreter
    .then((response) => wasm_bindgen({ module_or_path: response }))
    .catch(failed("interpreter"));
  try {
    // A module with an image of its memory has been started when it was built (tools/image.mjs).
    if (exports.start) wasm_bindgen.start();
  } catch (error) {
    failed("interpreter")(error);
  }
  const loaded = await sqlite.catch(failed("database"));
  try {
    wasm_bindgen.connect(loaded);
  } catch (error) {
    failed("database")(error);
  }
  self.onmessage = ({ data }) => handle(data);
  for (const message of early.splice(0)) handle(message);
}

load().catch((error) => console.error(error));
