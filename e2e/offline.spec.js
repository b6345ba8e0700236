// After the first visit the page works without a server, and says when there is a new version. Frames that may
// keep nothing do without.
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { listForOffline } from "../tools/dist.mjs";
import { dist } from "../tools/paths.mjs";
import { handler, policyOf } from "../tools/serve.mjs";
import { expect, SHELF, test as base } from "./playground.js";

/** A copy of the page on a server of its own, which notes what it is asked for, and can be changed and stopped. */
class Site {
  asked = [];

  async start() {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), "offline-"));
    fs.cpSync(dist, this.folder, { recursive: true });
    const answer = handler(this.folder, policyOf(this.folder));
    this.server = http.createServer((request, response) => {
      this.asked.push(request.url);
      answer(request, response);
    });
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    this.url = `http://127.0.0.1:${this.server.address().port}/`;
  }

  /** Publishes a version that differs in one file, as a build does. */
  publish(name, change) {
    const file = path.join(this.folder, name);
    fs.writeFileSync(file, change(fs.readFileSync(file, "utf8")));
    listForOffline(this.folder);
    for (const it of [name, "offline.js"]) for (const ending of [".br", ".gz"]) fs.rmSync(path.join(this.folder, it + ending), { force: true });
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  async end() {
    await this.stop();
    fs.rmSync(this.folder, { recursive: true });
  }
}

const test = base.extend({
  site: async ({ playground }, use) => {
    const site = new Site();
    await site.start();
    playground.url = site.url;
    await use(site);
    await site.end();
  },
});
test.use({ serviceWorkers: "allow" });

const OLD = "Write a SQLAlchemy program";
const NEW = "New: write a SQLAlchemy program";
/** Which of the two versions a page is, by what it says of itself. */
const expectVersion = (page, text) => expect(page.locator("meta[name=description]")).toHaveAttribute("content", new RegExp(`^${text}`));

/** Waits until the page says so of itself: `isReady`, `hasUpdate`. */
const told = (page, what) => page.waitForFunction((it) => window.ormPlayground?.offline[it], what, { timeout: 45_000 });

test("without a server a reload works, and a program runs", async ({ playground, site }) => {
  const { page } = playground;
  await page.addInitScript(() => {
    window.heardOffline = [];
    addEventListener("ormplayground-offline", () => {
      const { isReady, hasUpdate } = window.ormPlayground.offline;
      window.heardOffline.push({ isReady, hasUpdate });
    });
  });
  await playground.open();
  await told(page, "isReady");
  expect(await page.evaluate(() => window.heardOffline)).toEqual([{ isReady: true, hasUpdate: false }]);
  expect(await page.evaluate(() => navigator.serviceWorker.controller), "a running page is not taken over").toBeNull();
  await site.stop();

  await page.reload();
  await expect(playground.editor).toBeVisible();
  expect(await playground.run(SHELF)).toBe("finished");
  expect(await playground.exampleTitles()).not.toHaveLength(0);
  await page.goto(`${site.url}index.html?embed=1`);
  await expect(playground.editor).toBeVisible();
  await playground.ready();

  const link = await page.evaluate(async () => {
    const { pack, unpack } = await window.ormPlayground.load("share");
    return unpack(pack("kept"), 100);
  });
  expect(link).toBe("kept");
  await page.evaluate(() => Promise.all(["diagram", "store"].map((it) => window.ormPlayground.load(it))));
});

test("a new version is announced, fetched only where it differs, and taken when asked", async ({ playground, site }) => {
  const { page } = playground;
  await playground.open();
  await told(page, "isReady");
  expect(await page.evaluate(() => window.ormPlayground.offline.hasUpdate)).toBe(false);

  site.publish("index.html", (html) => html.replace(OLD, NEW));
  site.asked.length = 0;
  await page.reload();
  await told(page, "hasUpdate");
  await expectVersion(page, OLD);
  expect(site.asked.filter((it) => it !== "/offline.js")).toEqual(["/"]);

  await page.evaluate(() => window.ormPlayground.offline.apply());
  await expectVersion(page, NEW);
  await playground.ready();
  expect(await page.evaluate(() => window.ormPlayground.offline.hasUpdate)).toBe(false);
  expect(await playground.run("print(1)\n")).toBe("finished");
});

test("another tab keeps its version, and is told", async ({ playground, site, context }) => {
  const { page } = playground;
  await playground.open();
  await told(page, "isReady");
  await page.reload();
  const other = await context.newPage();
  await other.goto(site.url);
  await told(other, "isReady");

  site.publish("index.html", (html) => html.replace(OLD, NEW));
  await page.reload();
  await told(page, "hasUpdate");
  await page.evaluate(() => window.ormPlayground.offline.apply());
  await expectVersion(page, NEW);
  await told(other, "hasUpdate");
  await expectVersion(other, OLD);
  await other.evaluate(() => window.ormPlayground.offline.apply());
  await expectVersion(other, NEW);
});

test("a file of another version stops what is kept from changing", async ({ playground, site }) => {
  const { page } = playground;
  await playground.open();
  await told(page, "isReady");
  // The list is that of the new version, a file in it is not: a deployment that is under way.
  site.publish("boot.js", (script) => `${script}\n`);
  fs.appendFileSync(path.join(site.folder, "boot.js"), "// cut in ha");
  site.asked.length = 0;
  await page.reload();
  await expect.poll(() => site.asked).toContain("/boot.js");
  await site.stop();
  await page.reload();
  expect(await playground.run("print(1)\n")).toBe("finished");
  expect(await page.evaluate(() => window.ormPlayground.offline.hasUpdate)).toBe(false);
});

test("the page can be installed", async ({ playground, site }) => {
  const { page } = playground;
  await playground.open();
  const { manifest, images } = await page.evaluate(async () => {
    const { href } = document.querySelector("link[rel=manifest]");
    const manifest = await (await fetch(href)).json();
    const images = await Promise.all(manifest.icons.map(async ({ src, sizes }) => {
      const image = new Image();
      image.src = new URL(src, href);
      await image.decode();
      return sizes === "any" ? "any" : `${image.naturalWidth}x${image.naturalHeight}`;
    }));
    return { manifest, images };
  });
  expect(images).toEqual(manifest.icons.map((it) => it.sizes));
  expect(images).toContain("192x192");
  expect(images).toContain("512x512");
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(site.asked).toContain("/manifest.webmanifest");
});

test("a frame of another site works, and one in a sandbox says why it cannot start", async ({ playground, site }) => {
  const { page } = playground;
  const host = http.createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<iframe title="plain" src="${site.url}"></iframe><iframe title="closed" sandbox="allow-scripts" src="${site.url}"></iframe>`);
  });
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
  playground.url = "http://"; // Of both, nothing is foreign.
  // By its other name, this machine is another site.
  await page.goto(`http://localhost:${host.address().port}/`);
  const frame = (title) => page.frameLocator(`iframe[title=${title}]`);
  await expect(frame("plain").locator(".cm-content")).toBeVisible();
  await expect(frame("closed").locator("#boot")).toContainText("this frame may not start workers");
  host.closeAllConnections();
  host.close();
});
