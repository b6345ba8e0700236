// The smoke set in Firefox: what the page is for, once each. The details are tested in Chromium, in e2e/*.spec.js.
import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, test } from "node:test";
import { dist } from "../../tools/paths.mjs";
import { serve } from "../../tools/serve.mjs";
import { link, SHELF } from "../programs.js";
import { eventually, Key, Playground } from "./playground.js";

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let server, url, firefox;

before(async () => {
  server = await serve(dist, 0);
  url = `http://127.0.0.1:${server.address().port}/`;
  firefox = await Playground.start();
}, { timeout: 120_000 });

after(async () => {
  await firefox?.end();
  server?.closeAllConnections();
  server?.close();
});

/** What one reader does; it fails when the page reports an error or asks any other origin for something. */
async function asReader(act, screen = DESK) {
  const tab = await firefox.open(screen);
  let result, failure;
  try {
    result = await act(new Playground(firefox, url));
  } catch (it) {
    failure = it;
  }
  await firefox.close(tab);
  if (failure) {
    for (const it of firefox.errors) failure.message += `\nin the console: ${it}`;
    throw failure;
  }
  assert.deepEqual(firefox.errors, [], "errors in the console");
  assert.deepEqual(firefox.asked.filter((it) => !/^(data|blob):/.test(it) && !it.startsWith(url)), [], "requests to other origins");
  return result;
}

function smoke(name, act, screen) {
  test(name, { timeout: 90_000 }, () => asReader(act, screen));
}

smoke("starts, and is ready to run", async (playground) => {
  await playground.open();
  assert.match(await playground.driver.getTitle(), /ORM Playground$/);
  await playground.ready();
  await eventually(() => playground.text("header"), /Saved on this device/);
  assert.match(await playground.program(), /sqlalchemy/);
});

smoke("runs what is typed, from the keyboard", async (playground) => {
  await playground.open();
  await playground.write("# an empty program");
  await playground.keys(Key.ENTER, "for n in (6, 7):", Key.ENTER, "print(n * n)");
  await playground.start(() => playground.withControl(Key.ENTER));
  assert.equal(await playground.ended(), "finished");
  assert.equal(await playground.printed(), "36\n49\n");
});

smoke("runs the library, and says why each statement ran", async (playground) => {
  const expected = JSON.parse(fs.readFileSync(new URL("../expected/library_report.json", import.meta.url), "utf8"));
  await playground.open();
  await playground.openExample("Library report");
  await playground.start();
  assert.equal(await playground.ended(), "finished");
  assert.equal(await playground.printed(), expected.stdout);
  const wanted = expected.statements.filter((it) => it.sql !== undefined).map((it) => it.sql);
  assert.deepEqual(await playground.statements(), wanted);
  await playground.find("tab", new RegExp(`^SQL log ?${wanted.length.toLocaleString("en-US")}`));
  await eventually(() => playground.text(".log-row"), /reads Author\.books›not loaded›lazy load/);
});

smoke("moves in time with the arrow keys", async (playground) => {
  await playground.open();
  await playground.run(SHELF);
  const count = (await playground.statements()).length;
  const at = (number) => eventually(() => playground.moment(), new RegExp(`^statement ${number} of ${count}`));
  assert.equal(await playground.moment(), "end of the run");
  await (await playground.slider()).sendKeys(Key.ARROW_LEFT);
  await at(count);
  await playground.keys(Key.ARROW_LEFT, Key.ARROW_LEFT);
  await at(count - 2);
  assert.equal((await playground.all(".log-row.is-future")).length, 2);
  await playground.keys(Key.ARROW_RIGHT);
  await at(count - 1);
  await playground.press("button", /^End/, await playground.find("region", "Run timeline"));
  await eventually(() => playground.moment(), "end of the run");
});

smoke("every panel shows the run", async (playground) => {
  await playground.open();
  await playground.run(SHELF);
  await playground.openTab("Data");
  await playground.press("button", /^author/, await playground.find("group", "Tables"));
  await eventually(async () => (await playground.find("region", "Rows of author")).getText(), /Cy/);
  await playground.openTab("Plan");
  await eventually(() => playground.panelText(), /S(CAN|EARCH) book/);
  await playground.openTab("Models");
  await eventually(() => playground.text(".mdl-box__name"), /^(Author\nBook|Book\nAuthor)$/);
  for (const it of await playground.all("[data-box]")) assert.ok((await it.getRect()).width > 40);
  await playground.openTab("Output");
  await eventually(() => playground.panelText(), /Bo \["Bo's book"\]/);
  const prompt = await playground.find("textbox", "A statement in what the program left behind");
  await prompt.sendKeys("Author.__tablename__", Key.ENTER);
  await eventually(() => playground.panelText(), /'author'/);
  await playground.openTab("Compare");
  await playground.find("button", "Compare");
  await playground.openTab("SQL log");
  await eventually(() => playground.text(".log-row"), /INSERT INTO author/);
});

smoke("compares the strategies", async (playground) => {
  await playground.open();
  await playground.write(SHELF);
  await playground.openTab("Compare");
  await playground.press("button", "Compare");
  await eventually(() => playground.panelText(), /7 variants in databases of their own/, 60_000);
  const names = await playground.text(".cmp-table th b");
  assert.deepEqual(names.split("\n"), ["As written", "lazy", "joined", "selectin", "subquery", "immediate", "raise"]);
  await eventually(() => playground.text(".cmp-rec"), /Recommended|best of these/);
});

smoke("keeps programs in the browser", async (playground) => {
  await playground.open();
  await playground.rename("Mine");
  await playground.write("own = 'my own text'\n");
  await eventually(() => playground.kept("Mine"), /my own text/);
  await playground.reload();
  await eventually(() => playground.program(), /my own text/);
  await playground.openExample("Unit of work");
  await playground.inPage(() => localStorage.clear());
  await playground.reload();
  await playground.openMenu("My programs");
  await playground.press("button", "Mine", await playground.find("dialog", "My programs"));
  await eventually(() => playground.program(), /my own text/);
});

test("a link shows its program to another reader, and runs when told", { timeout: 90_000 }, async () => {
  const fragment = await asReader(async (author) => {
    await author.open();
    await author.rename("For you");
    await author.write("print('from a link')\n");
    return author.fragment();
  });
  await asReader(async (reader) => {
    await reader.open(fragment);
    await eventually(() => reader.program(), /from a link/);
    await eventually(() => reader.title(), "For you");
    await reader.ready();
    await eventually(() => reader.notices(), /Opened from a link, not run yet\./);
    assert.deepEqual(await reader.heard("run_started"), []);
    await reader.start();
    assert.equal(await reader.ended(), "finished");
    assert.equal(await reader.printed(), "from a link\n");
  });
});

smoke("an embedded page shows the code and the log", async (playground) => {
  await playground.open(`?embed=1${link()}`);
  await eventually(() => playground.title(), "Sent");
  await playground.find("tab", /^SQL log/);
  assert.deepEqual(await playground.named("button", "Examples", await playground.bar()), []);
  await playground.start();
  assert.equal(await playground.ended(), "finished");
  assert.equal(await playground.printed(), "ran\n");
});

smoke("shows a traceback and a hint", async (playground) => {
  await playground.open();
  const program = `from sqlalchemy import create_engine, text

with create_engine("sqlite://").connect() as conn:
    conn.execute(text("SELECT name FROM nowhere"))
`;
  assert.equal(await playground.run(program), "failed");
  await playground.openTab("Output");
  await eventually(() => playground.text(".out-err"), /OperationalError: \(sqlite3\.OperationalError\) no such table: nowhere/);
  await eventually(() => playground.text(".out-hint"), /create_all/);
  await playground.press("button", "line 4", await playground.find("region", "Error"));
  await eventually(() => playground.text(".editor__foot"), /Line 4, column/);
});

smoke("Stop ends an endless loop, and the next run works", async (playground) => {
  await playground.open();
  await playground.write("while True:\n    pass\n");
  await playground.start();
  await playground.running();
  await playground.press("button", "Stop", await playground.bar());
  assert.equal(await playground.ended(), "stopped");
  assert.equal(await playground.run("print('alive')\n"), "finished");
  assert.equal(await playground.printed(), "alive\n");
});

smoke("fits on a phone", async (playground) => {
  await playground.open();
  assert.equal(await playground.inPage(() => window.innerWidth), PHONE.width);
  assert.equal(await playground.run(SHELF), "finished");
  for (const name of ["SQL log", "Compare", "Data", "Plan", "Models", "Output"]) {
    await playground.openPhoneView(name);
    await eventually(() => playground.text("#panel h2"), name);
    assert.equal(await playground.isWide(), false, name);
  }
  await playground.openPhoneView("Code");
  await eventually(() => playground.all(".cm-content"), (it) => it.length === 1);
  assert.equal(await playground.isWide(), false);
}, PHONE);
