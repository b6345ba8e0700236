// The example programs of the page, as static/examples/index.json lists them.
import fs from "node:fs";
import path from "node:path";
import { at } from "./paths.mjs";

const FOLDER = at("static", "examples");

/** [{ name, title, files: [{ name, text }] }]; `name` is the main file's, and that of what is expected. */
export function examples() {
  return JSON.parse(fs.readFileSync(path.join(FOLDER, "index.json"), "utf8")).map(({ title, files }) => ({
    name: files[0].path.replace(/\.py$/, "").replaceAll("/", "_"),
    title,
    files: files.map((it) => ({ name: it.name, text: fs.readFileSync(path.join(FOLDER, it.path), "utf8") })),
  }));
}
