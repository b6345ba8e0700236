// Headless Firefox through geckodriver: Selenium for what a reader does, WebDriver BiDi for what Firefox says.
//
// Knows nothing of the page but its address. Each reader has a tab with storage and cache of its own, as in a new
// profile; starting Firefox for each would take longer than the tests.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Builder } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/firefox.js";
import { at } from "../../tools/paths.mjs";

export class Firefox {
  /** Errors in the consoles of pages and workers, refusals of their content security policy among them. */
  errors = [];
  /** Addresses that pages and workers asked for. */
  asked = [];

  /** Starts the Firefox and the geckodriver that `x` found; with both given, Selenium looks for neither. */
  static async start() {
    const firefox = new Firefox();
    // Firefox refuses to run as root in the home folder of somebody else.
    firefox.home = fs.mkdtempSync(path.join(os.tmpdir(), "firefox-"));
    const options = new Options()
      .setBinary(process.env.FIREFOX || "/usr/bin/firefox-esr")
      .addArguments("-headless")
      // The headless clipboard is nobody else's; without this a page may write to it only right after a press.
      .setPreference("dom.events.testing.asyncClipboard", true)
      .enableBidi();
    const service = new ServiceBuilder(process.env.GECKODRIVER || at(".tools", "bin", "geckodriver"))
      .setEnvironment({ ...process.env, HOME: firefox.home });
    firefox.driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
    await firefox.listen();
    return firefox;
  }

  async listen() {
    this.bidi = await this.driver.getBidi();
    this.bidi.on("log.entryAdded", ({ level, text }) => {
      if (level === "error") this.errors.push(text);
    });
    this.bidi.on("network.beforeRequestSent", ({ request }) => this.asked.push(request.url));
    await this.bidi.subscribe(["log.entryAdded", "network.beforeRequestSent"]);
  }

  /** Sends a command of WebDriver BiDi; resolves to its result. */
  async send(method, params) {
    const answer = await this.bidi.send({ method, params });
    if (answer.type === "error") throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  }

  /** Runs a function in every page from now on, before its own scripts. */
  async beforeEachPage(script) {
    await this.send("script.addPreloadScript", { functionDeclaration: String(script) });
  }

  /** Gives the driver an empty tab; resolves to what `close` takes. */
  async open({ width, height }) {
    this.errors.length = 0;
    this.asked.length = 0;
    const { userContext } = await this.send("browser.createUserContext", {});
    const { context } = await this.send("browsingContext.create", { type: "tab", userContext });
    await this.send("browsingContext.setViewport", { context, viewport: { width, height } });
    await this.driver.switchTo().window(context);
    return userContext;
  }

  /** Closes the tab and forgets what it stored. What was said until then has been heard when this resolves. */
  async close(userContext) {
    await this.send("browser.removeUserContext", { userContext });
  }

  async end() {
    await this.driver.quit();
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}
