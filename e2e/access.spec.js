// axe finds nothing in either theme, before a run and on every panel.
import { createRequire } from "node:module";
import { expect, link, SHELF, test } from "./playground.js";

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

/** What a reader opens after a run, and how. */
const SHOWN = {
  "the data at a moment": async (playground) => {
    await playground.data.show();
    await playground.goTo((await playground.statements()).find((it) => it.kind === "update"));
    await playground.data.choose("author");
    await playground.data.ask("name", "author 2");
  },
  "a plan with an index": async (playground) => {
    await playground.plan.show();
    await playground.plan.item("book.author_id").first().click();
    await expect(playground.plan.finding).toBeVisible();
  },
  "the diagram of models": async (playground) => {
    await playground.models.show();
    await playground.models.box("Author").click();
  },
  "strategies compared": async (playground) => {
    await playground.compare.run();
    await expect(playground.page.getByText("Checking …")).toHaveCount(0);
  },
  "the prompt with completions": async (playground) => {
    await playground.console.show();
    await playground.console.say("1 / 0");
    await playground.console.prompt.fill("Author.__ta");
    await playground.console.prompt.press("Tab");
    await expect(playground.console.completions.first()).toBeVisible();
  },
  "the dialog Share": async (playground) => {
    await playground.share.open();
    await expect(playground.share.dialog.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  },
  "a second file": async (playground) => {
    await playground.files.add("data", "n = 1\n");
    // A caret that blinks is an animation without end.
    await playground.logTab.focus();
  },
};
for (const scheme of ["light", "dark"]) {
  for (const [what, show] of Object.entries(SHOWN)) {
    test(`axe finds nothing on ${what} in the ${scheme} theme`, async ({ playground, page }) => {
      await playground.setTheme(scheme);
      await playground.open();
      await page.addScriptTag({ path: axe });
      await playground.run(SHELF);
      await show(playground);
      expect(await violations(page)).toEqual([]);
    });
  }

  test(`axe finds nothing on empty panels in the ${scheme} theme`, async ({ playground, page }) => {
    await playground.setTheme(scheme);
    await playground.open();
    await page.addScriptTag({ path: axe });
    for (const name of ["Compare", "Data", "Plan", "Models", "Output"]) {
      await playground.openTab(name);
      expect(await violations(page), name).toEqual([]);
    }
  });

  test(`axe finds nothing on a program from a link in the ${scheme} theme`, async ({ playground, page }) => {
    await playground.setTheme(scheme);
    await playground.open(link());
    await expect(playground.pageNotices).toContainText("Opened from a link");
    await page.addScriptTag({ path: axe });
    expect(await violations(page)).toEqual([]);
  });
}
