// Real SQLAlchemy in the browser, as plainly as it can be set up: the other side of ./x bench.
// Runs in the page, not in a worker, which is the faster way for it.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const { wheels, files } = await (await fetch("./programs.json")).json();
const python = await loadPyodide({ indexURL: "./pyodide/" });
performance.mark("interpreter");
for (const wheel of wheels) {
  python.unpackArchive(await (await fetch(`./wheels/${wheel}`)).arrayBuffer(), "wheel");
}

/** Called from Python with each statement; the first one is what the bench waits for. */
globalThis.logStatement = (sql) => {
  if (!window.firstStatement) window.firstStatement = performance.now();
  const row = document.createElement("li");
  row.textContent = sql;
  document.getElementById("log").append(row);
};

python.runPython(`
from js import logStatement
from sqlalchemy import event
from sqlalchemy.engine import Engine
def show(conn, cursor, sql, params, context, many):
    logStatement(sql)
event.listen(Engine, "before_cursor_execute", show)
`);
performance.mark("sqlalchemy");

/** Runs the first file; the others can be imported. Resolves to what it printed. */
globalThis.runProgram = (program) => {
  for (const it of program) python.FS.writeFile(it.name, it.text);
  const printed = [];
  python.setStdout({ batched: (line) => printed.push(line) });
  python.runPython(program[0].text, { globals: python.toPy({ __name__: "__main__" }) });
  return printed.join("\n");
};

/** The engine's benchmark without the page's listener, which would be measured too. */
globalThis.runEngine = (text) => {
  python.runPython(`event.remove(Engine, "before_cursor_execute", show)`);
  return globalThis.runProgram([{ name: "engine.py", text }]);
};

globalThis.runProgram(files);
window.isFinished = true;
