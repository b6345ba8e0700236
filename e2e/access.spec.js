// axe finds nothing in either theme, before a run, on the log and on the output.
import { createRequire } from "node:module";
import { expect, SHELF, test } from "./playground.js";

// The policy of the page would refuse axe itself.
test.use({ bypassCSP: true });

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

async function violations(page) {
  // Colours in the middle of a transition are nobody's choice.
  await page.waitForFunction(() => document.getAnimations().every((it) => it.playState !== "running"));
  const found = await page.evaluate(async () => (await window.axe.run(document)).violations);
  return found.map((it) => `${it.id}: ${it.help} (${it.nodes.map((node) => node.target.join(" ")).slice(0, 5).join(", ")})`);
}

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing in the ${scheme} theme`, async ({ playground, page }) => {
    await playground.setTheme(scheme);
    await playground.open();
    await page.addScriptTag({ path: axe });
    expect(await violations(page)).toEqual([]);
    await playground.run(SHELF);
    expect(await violations(page)).toEqual([]);
    await playground.openTab("Output");
    expect(await violations(page)).toEqual([]);
    await playground.run("1 / 0\n");
    expect(await violations(page)).toEqual([]);
  });
}
