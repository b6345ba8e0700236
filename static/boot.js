// The first script of the page: starts everything that takes time, at once and side by side.
//
// The worker with the interpreter, the editor's bundle and the page's own WebAssembly load in
// parallel; what the worker says before the page stands is kept for it. It is a file, not an inline
// script, so that a strict Content-Security-Policy can be set; and a classic script, because a module
// would wait for the files that are preloaded. src/web/boot.rs is the other side.

{
  const WORKER = "./worker_loader.js";

  try {
    const theme = localStorage.getItem("orm-playground.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // No storage here: the system's theme is used.
  }

  /** One worker and what it said until someone listens. */
  function startWorker() {
    const worker = new Worker(WORKER, { name: "ORM Playground interpreter" });
    const early = [];
    worker.onmessage = (event) => early.push(event.data);
    worker.onerror = (event) => early.push({ workerError: event.message || "its script could not be loaded" });
    return { worker, early };
  }

  /** Null in a frame that may not have one. */
  let first = null;
  try {
    first = startWorker();
  } catch {
    // Said below, when there is a document to say it in.
  }
  /** When the interpreter stands; until then nothing else may use the network. */
  const isStarted = new Promise((done) => {
    first?.worker.addEventListener("message", function look({ data }) {
      if (!data.some?.((it) => it.ready)) return;
      first.worker.removeEventListener("message", look);
      done();
    });
  });
  const editor = import("./editor.js").catch(() => null);

  const parts = new Map();

  /** The module `share`, `diagram` or `store`, fetched at its first use. */
  function load(name) {
    if (!parts.has(name)) {
      parts.set(name, import(`./${name}.js`).catch((error) => {
        parts.delete(name);
        const reason = navigator.onLine ? "Try again, or reload the page." : "There is no network.";
        throw new Error(`A part of the page could not be loaded (${name}). ${reason}`, { cause: error });
      }));
    }
    return parts.get(name);
  }

  let registration = null;

  /** Whether the page works without a network, and whether a new version waits; `apply` reloads as that one. */
  const offline = {
    isReady: false,
    hasUpdate: false,
    apply() {
      const waiting = registration?.waiting;
      if (!waiting) return location.reload();
      waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
      waiting.postMessage("skip-waiting");
    },
  };

  /** Has everything kept for visits without a network, and says when that is done and when there is a new version. */
  async function keepOffline() {
    let isOutdated = false;
    const tell = () => {
      const isReady = registration.active !== null;
      const hasUpdate = isOutdated || (isReady && registration.waiting !== null);
      if (isReady === offline.isReady && hasUpdate === offline.hasUpdate) return;
      Object.assign(offline, { isReady, hasUpdate });
      dispatchEvent(new Event("ormplayground-offline"));
    };
    const follow = () => {
      registration.installing?.addEventListener("statechange", tell);
      tell();
    };
    const { serviceWorker } = navigator;
    registration = await serviceWorker.register("./offline.js");
    registration.addEventListener("updatefound", follow);
    follow();
    // Another tab took the new version; this one is the old one still.
    serviceWorker.addEventListener("controllerchange", () => {
      isOutdated = true;
      tell();
    });
  }

  globalThis.ormPlayground = {
    takeFirstWorker: () => first,
    startWorker,
    editor: () => editor,
    load,
    offline,
  };

  async function documentIsRead() {
    if (document.readyState !== "loading") return;
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }

  /** Imported here, not above, so that the worker need not wait for it. */
  async function startPage() {
    if (!first) throw new Error("this frame may not start workers (a sandbox has to allow-same-origin)");
    const { default: init } = await import("./app.js");
    await documentIsRead();
    await init({ module_or_path: "./app_bg.wasm" });
  }

  // Refused storage and frames without it: there is no need to know.
  const keep = () => isStarted.then(keepOffline).catch(() => {});

  startPage().then(keep, async (error) => {
    await documentIsRead();
    const note = document.getElementById("boot");
    if (!note) return;
    note.textContent = navigator.onLine
      ? `The page could not start: ${error?.message ?? error}. Your program is still saved on this device.`
      : "No network: the page could not be loaded.";
    const retry = document.createElement("button");
    retry.className = "ui-btn";
    retry.type = "button";
    retry.textContent = "Retry";
    retry.addEventListener("click", () => location.reload());
    note.append(" ", retry);
  });
}
