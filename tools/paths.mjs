// Where things are: one place for the folders that the tools share.
import { fileURLToPath } from "node:url";
import path from "node:path";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");
export const dist = path.join(root, "dist");
export const targetDir = path.resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** A path inside the repository. */
export const at = (...parts) => path.join(root, ...parts);

/** Whether the module with this `import.meta.url` is the program being run, not imported. */
export const isMain = (url) => process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
