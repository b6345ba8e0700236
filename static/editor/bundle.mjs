// Bundles the page's scripts and style sheets into static/vendor/, which is generated and not committed.
//
// Trunk runs this before each build (Trunk.toml), `node static/editor/bundle.mjs` runs it alone.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const shared = { bundle: true, minify: true, legalComments: "none", target: "esnext", logLevel: "warning" };

/** The editor, which every visit needs, and what boot.js loads on demand: each a module of its own. */
for (const name of ["editor", "share", "diagram", "store"]) {
  await build({
    ...shared,
    entryPoints: [path(`../${name}/${name}.js`)],
    outfile: path(`../vendor/${name}.js`),
    format: "esm",
  });
}
await build({
  ...shared,
  entryPoints: [path("../css/main.css")],
  outfile: path("../vendor/main.css"),
});
