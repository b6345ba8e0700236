// What a first visit downloads, brotli at its best on both sides.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { measure } from "../sizes.mjs";

function brotliSize(file) {
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 };
  return zlib.brotliCompressSync(fs.readFileSync(file), { params }).length;
}

export async function sizes(rival) {
  const loaded = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"]
    .map((it) => path.join(rival.pyodideFolder, it))
    .filter(fs.existsSync);
  const wheels = rival.wheels.map((it) => path.join(rival.wheelFolder, it));
  const real = [...loaded, ...wheels].reduce((sum, it) => sum + brotliSize(it), 0) / 1000;
  const groups = measure();
  const rows = groups.map((it) => ({ what: it.name, here: it.br / 1000, real: null, unit: "kB" }));
  const all = groups.reduce((sum, it) => sum + it.br, 0) / 1000;
  return [{ title: "Download (brotli)", rows: [...rows, { what: "all of it", here: all, real, unit: "kB" }] }];
}
