// Drives the built worker without the page: a bare document of the same origin speaks the protocol.
// Used by the conformance suite in the browser and by the benchmark.

/** In the bare document: starts a worker, answers requests one at a time. */
function speakProtocol() {
  let worker;
  let waiting = null;
  const settle = (value) => {
    const it = waiting;
    waiting = null;
    it?.(value);
  };
  const take = (event) => {
    if (event.ready) settle({ ready: true });
    else if (event.load_failed) settle({ crashed: event.load_failed.message });
    else if (event.recorded) settle({ json: event.recorded.json });
    else if (event.run_finished) settle({ finished: event.run_finished });
  };
  const next = (timeoutMs) => new Promise((resolve) => {
    const timer = setTimeout(() => settle({ timedOut: true }), timeoutMs);
    waiting = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
  });
  window.port = {
    start() {
      worker?.terminate();
      worker = new Worker("./worker_loader.js");
      worker.onmessage = ({ data }) => (Array.isArray(data) ? data : [data]).forEach(take);
      worker.onerror = (error) => {
        error.preventDefault();
        settle({ crashed: error.message || "the worker ended" });
      };
      return next(60_000);
    },
    ask(request, timeoutMs) {
      const answer = next(timeoutMs);
      worker.postMessage(request);
      return answer;
    },
  };
}

/** `page`: of a context whose baseURL serves dist/. The worker is started anew when it breaks. */
export async function openWorker(page) {
  await page.route("**/bare.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bare</title>" }));
  await page.goto("bare.html");
  await page.evaluate(speakProtocol);
  const start = async () => {
    const answer = await page.evaluate(() => window.port.start());
    if (!answer.ready) throw new Error(`the worker did not start: ${answer.crashed ?? "no answer in a minute"}`);
  };
  await start();

  const ask = async (request, timeoutMs) => {
    const answer = await page.evaluate(([it, limit]) => window.port.ask(it, limit), [request, timeoutMs]);
    const outcome = answer.finished?.outcome;
    if (answer.timedOut || answer.crashed || outcome?.panicked || outcome === "out_of_memory") await start();
    return answer;
  };
  return {
    /** Runs a program as record.py does: { json } or { crashed } or { timedOut }. */
    record: (files, timeoutMs) => ask({ record: { files } }, timeoutMs),
    /** Real seconds that a run took in the worker. */
    async elapsedSeconds(files) {
      const { finished, ...rest } = await ask({ run: { run_id: 1, files, latency_micros: 1_000 } }, 120_000);
      if (finished?.outcome !== "finished") throw new Error(`the program did not finish: ${JSON.stringify(finished?.outcome ?? rest)}`);
      return finished.elapsed_micros / 1e6;
    },
  };
}
