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

  const first = startWorker();
  const editor = import("./editor.js").catch(() => null);

  globalThis.ormPlayground = {
    takeFirstWorker: () => first,
    startWorker,
    editor: () => editor,
  };

  /** Imported here, not above, so that the worker need not wait for it. */
  async function startPage() {
    const { default: init } = await import("./app.js");
    if (document.readyState === "loading") {
      await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
    }
    await init({ module_or_path: "./app_bg.wasm" });
  }

  startPage().catch((error) => {
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
