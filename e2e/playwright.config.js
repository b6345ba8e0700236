// Browser tests: one spec per behaviour, all through the page object in playground.js.
// `./x test e2e` builds and runs them; the page is the release build in dist/.
import { defineConfig } from "@playwright/test";
import { launchOptions } from "../tools/browser.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "test-results/files",
  globalSetup: "./server.js",
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
  // Two cores: one browser at a time, so that a time limit in a test means something.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  // Offline's spec allows its service worker; elsewhere it would stand between the page and what a test routes.
  use: { browserName: "chromium", launchOptions, viewport: { width: 1440, height: 900 }, trace: "off", serviceWorkers: "block" },
});
