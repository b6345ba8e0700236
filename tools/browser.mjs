// Headless Chromium for the browser tests, the suite in the worker, and the benchmark.
import { chromium } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

/** What Playwright needs to start the Chromium that `x` found. */
export const launchOptions = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Chromium refuses its sandbox to root.
    ...(isRoot ? ["--no-sandbox"] : []),
  ],
};

export const launch = () => chromium.launch(launchOptions);
