// Takes docs/screenshot.png: the built page after its first program ran.
//
//   node tools/screenshot.mjs [FILE.png] [light|dark] [WIDTHxHEIGHT]
import { launch } from "./browser.mjs";
import { at, dist } from "./paths.mjs";
import { serve } from "./serve.mjs";

const [file = at("docs", "screenshot.png"), colorScheme = "light", size = "1440x900"] = process.argv.slice(2);
const [width, height] = size.split("x").map(Number);
const server = await serve(dist, 0);
const browser = await launch();
const page = await browser.newPage({ colorScheme, viewport: { width, height } });
page.on("pageerror", (it) => console.error(it.message));
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const bar = page.getByRole("banner");
await bar.getByRole("button", { name: /^Run/ }).click();
await page.locator(".log-row").first().waitFor({ timeout: 60_000 });
await bar.getByRole("button", { name: "Stop", disabled: true }).waitFor({ timeout: 60_000 });
await page.waitForTimeout(500);
await page.screenshot({ path: file });
await browser.close();
server.close();
