// What loads is said, and so is what could not be loaded.
import { expect, test } from "./playground.js";

test("a missing database library is said, and Retry loads it", async ({ playground }) => {
  const { page } = playground;
  await page.route("**/sqljs/**", (route) => route.abort());
  await playground.open();
  await playground.start();
  await expect(page.getByRole("alert")).toContainText("Your text is safe");
  await page.unroute("**/sqljs/**");
  await page.getByRole("button", { name: "Retry" }).click();
  await playground.ready();
  expect(await playground.run("print(1)\n")).toBe("finished");
});

test("a missing interpreter is said, and Retry loads it", async ({ playground }) => {
  const { page } = playground;
  await page.route("**/worker_bg.wasm*", (route) => route.abort());
  await playground.open();
  await playground.start();
  await expect(page.getByRole("alert")).toContainText("Your text is safe");
  await page.unroute("**/worker_bg.wasm*");
  await page.getByRole("button", { name: "Retry" }).click();
  await playground.ready();
});

test("typing works while the interpreter loads", async ({ playground }) => {
  const { page } = playground;
  await page.route("**/worker_bg.wasm*", async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue();
  });
  await playground.open();
  await playground.write("print('typed early')\n");
  await playground.start();
  expect(await playground.ended()).toBe("finished");
  expect(await playground.printed()).toBe("typed early\n");
});
