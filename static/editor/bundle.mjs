// Bundles the editor and the style sheets into static/vendor/, which is generated and not committed.
//
// Trunk runs this before each build (Trunk.toml), `node static/editor/bundle.mjs` runs it alone.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const shared = { bundle: true, minify: true, legalComments: "none", target: "esnext", logLevel: "warning" };

await build({
  ...shared,
  entryPoints: [path("./editor.js")],
  outfile: path("../vendor/editor.js"),
  format: "esm",
});
await build({
  ...shared,
  entryPoints: [path("../css/main.css")],
  outfile: path("../vendor/main.css"),
});
