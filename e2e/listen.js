// In the page, before its own scripts: listens to what every worker says and is told, and notes when one is ended.
// The browser gets the function's text, so it may use nothing from outside.

export function listenToWorkers() {
  window.heard = [];
  window.told = [];
  /** `{ printed: { text } }` as `{ type: "printed", text }`. */
  const named = (it) => Object.entries(it).map(([type, fields]) => ({ type, ...fields }))[0];
  window.Worker = class extends window.Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (Array.isArray(data)) window.heard.push(...data.map(named));
      });
    }
    postMessage(...args) {
      window.told.push(args[0]);
      super.postMessage(...args);
    }
    terminate() {
      window.heard.push({ type: "terminated" });
      super.terminate();
    }
  };
}
