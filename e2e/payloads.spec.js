// Whatever a program calls its things or puts into them is text everywhere: nothing of it is ever executed.
import { expect, link, test } from "./playground.js";

const PAYLOADS = [
  "<script>window.pwned=1</script>",
  "</script><script>window.pwned=2</script>",
  "<img src=x onerror=window.pwned=3>",
  "<img src=x onerror=\"window.pwned=4\">",
  "\"><img src=x onerror=window.pwned=5>",
  "'><img src=x onerror=window.pwned=6>",
  "<svg onload=window.pwned=7>",
  "<svg><script>window.pwned=8</script></svg>",
  "<svg><animate onbegin=window.pwned=9 attributeName=x dur=1s>",
  "<body onload=window.pwned=10>",
  "<iframe src=\"javascript:parent.pwned=11\"></iframe>",
  "<iframe srcdoc=\"<script>parent.pwned=12</script>\"></iframe>",
  "<a href=\"javascript:window.pwned=13\">press</a>",
  "<details open ontoggle=window.pwned=14>",
  "<input autofocus onfocus=window.pwned=15>",
  "<select autofocus onfocus=window.pwned=16>",
  "<video><source onerror=window.pwned=17></video>",
  "<audio src=x onerror=window.pwned=18>",
  "<object data=\"javascript:window.pwned=19\"></object>",
  "<embed src=\"javascript:window.pwned=20\">",
  "<style>@import 'https://example.org/21.css';</style>",
  "<style>body{display:none}</style>",
  "<link rel=stylesheet href=https://example.org/23.css>",
  "<meta http-equiv=refresh content=\"0;url=https://example.org/24\">",
  "<base href=https://example.org/25/>",
  "<form action=https://example.org/26><button>go</button></form>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=pwned=27>",
  "<template><script>window.pwned=28</script></template>",
  "<noscript><p title=\"</noscript><img src=x onerror=window.pwned=29>\">",
  "<!--<img src=\"--><img src=x onerror=window.pwned=30>\">",
  "<![CDATA[<script>window.pwned=31</script>]]>",
  "]]><script>window.pwned=32</script>",
  "</text></svg><script>window.pwned=33</script>",
  "</title><script>window.pwned=34</script>",
  "</textarea><script>window.pwned=35</script>",
  "</style><script>window.pwned=36</script>",
  "&lt;script&gt;window.pwned=37&lt;/script&gt;",
  "&#60;script&#62;window.pwned=38",
  "&quot; onmouseover=&quot;window.pwned=39",
  "\" onmouseover=\"window.pwned=40\" x=\"",
  "' onmouseover='window.pwned=41' x='",
  "` onmouseover=`window.pwned=42` x=`",
  "javascript:window.pwned=43",
  "${window.pwned=44}",
  "{{constructor.constructor('window.pwned=45')()}}",
  "'); DROP TABLE payload; --",
  "\"; DROP TABLE payload; --",
  "' OR '1'='1",
  "1); ATTACH DATABASE 'x' AS y; --",
  "../../etc/passwd%00<b>bold</b>",
];
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

const PROGRAM = `from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, select
from payloads import PAYLOADS

engine = create_engine("sqlite://")
metadata = MetaData()
Table("payload", metadata, Column("id", Integer))
tables = [Table(it, metadata, Column("id", Integer, primary_key=True), Column(it, String)) for it in PAYLOADS]
metadata.create_all(engine)
with engine.begin() as conn:
    for table, it in zip(tables, PAYLOADS):
        conn.execute(insert(table).values({it: it}))
        print(conn.execute(select(table).where(table.c[it] == it)).one()[1])
`;
const CLASSES = `from sqlalchemy import Column, Integer, String, create_engine, select
from sqlalchemy.orm import Session, declarative_base
from payloads import PAYLOADS

Base = declarative_base()
classes = [type(it, (Base,), {"__tablename__": f"of_{n}", "id": Column(Integer, primary_key=True), "value": Column(it, String)})
    for n, it in enumerate(PAYLOADS)]
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([it(value=it.__name__) for it in classes])
    session.commit()
    print(len([session.scalars(select(it)).one().value for it in classes]))
`;
const FILE = `PAYLOADS = ${JSON.stringify(PAYLOADS, null, 1)}\n`;

let dialogs;

test.beforeEach(async ({ playground, page }) => {
  dialogs = [];
  page.on("dialog", (it) => { dialogs.push(it.message()); it.dismiss(); });
  await playground.open();
});

test.afterEach(async ({ playground, page }) => {
  expect(dialogs).toEqual([]);
  expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  expect(await playground.injected()).toEqual([]);
});

/** Runs a program beside the file of payloads. */
async function ran(playground, program, outcome = "finished") {
  await playground.write(program);
  await playground.files.add("payloads", FILE);
  await playground.start();
  expect(await playground.ended()).toBe(outcome);
}

test("there are fifty, and no two are one name to SQLite", () => {
  expect(new Set(PAYLOADS.map((it) => it.toLowerCase())).size).toBe(50);
});

test("printed text is text", async ({ playground }) => {
  await ran(playground, PROGRAM);
  expect(await playground.printed()).toBe(PAYLOADS.map((it) => `${it}\n`).join(""));
  await playground.console.show();
  for (const it of PAYLOADS) await expect(playground.console.output).toContainText(it);
});

test("names and values are text in the log", async ({ playground, page }) => {
  test.setTimeout(120_000);
  await ran(playground, PROGRAM);
  await playground.openTab("SQL log");
  const words = page.getByRole("searchbox", { name: /^Filter by words/ });
  for (const it of PAYLOADS) {
    await words.fill(`INSERT INTO ${quoted(it)}`);
    await expect(playground.rows, it).toHaveCount(1);
    await expect(playground.rows).toContainText(quoted(it));
  }
});

test("names and values are text in an opened row", async ({ playground, page }) => {
  test.setTimeout(120_000);
  await ran(playground, PROGRAM);
  await playground.openTab("SQL log");
  const words = page.getByRole("searchbox", { name: /^Filter by words/ });
  for (const it of PAYLOADS.slice(0, 12)) {
    await words.fill(`INSERT INTO ${quoted(it)}`);
    await expect(playground.rows).toHaveCount(1);
    await expect(await playground.openDetail(playground.rows)).toContainText(quoted(it));
  }
});

test("names and values are text in the data", async ({ playground }) => {
  test.setTimeout(120_000);
  await ran(playground, PROGRAM);
  await playground.data.show();
  await expect(playground.data.tables).toHaveCount(51);
  for (const [at, it] of PAYLOADS.entries()) {
    await playground.data.tables.nth(at + 1).click();
    await expect(playground.data.tables.nth(at + 1)).toContainText(it);
    await playground.data.expectRows([`1 ${it}`]);
    await expect(playground.data.schema).toContainText(quoted(it));
  }
  await playground.data.grid.getByRole("button", { name: /: show what set it$/ }).nth(1).click();
  await expect(playground.data.story).toContainText(`= ${PAYLOADS.at(-1)}?`);
});

test("names and values are text in the plans", async ({ playground }) => {
  test.setTimeout(120_000);
  await ran(playground, PROGRAM);
  await playground.plan.show();
  await expect(playground.plan.items).toHaveCount(50);
  for (const it of PAYLOADS) {
    const item = playground.plan.items.filter({ hasText: `FROM ${quoted(it)}` });
    await item.click();
    await expect(playground.plan.literal).toContainText(`= '${it.replaceAll("'", "''")}'`);
    await expect(playground.plan.result).toContainText(it);
  }
});

test("a payload needs no index to be tried", async ({ playground }) => {
  await ran(playground, PROGRAM);
  await playground.plan.show();
  await playground.plan.items.filter({ hasText: `FROM ${quoted(PAYLOADS[4])}` }).click();
  await expect(playground.plan.after).not.toContainText("Trying indexes");
});

test("names are text in the diagram of models, and in its exports", async ({ playground, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await ran(playground, CLASSES);
  await playground.models.show();
  await expect(playground.models.names).toHaveText(PAYLOADS);
  for (const it of PAYLOADS.slice(0, 3)) await expect(playground.models.drawing).toHaveAttribute("aria-label", new RegExp(RegExp.escape?.(it) ?? it.replace(/[^\w]/g, "\\$&")));
  const { bytes } = await playground.download(playground.models.button("SVG"));
  const saved = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    const names = [...svg.querySelectorAll(".mdl-box__name")].map((it) => it.textContent);
    return { names, strange: svg.querySelectorAll("parsererror, script, iframe, img, foreignObject").length };
  }, bytes.toString());
  expect(saved).toEqual({ names: PAYLOADS, strange: 0 });
  await playground.models.button("Mermaid").click();
  await expect(playground.models.button("Copied")).toBeVisible();
  expect(await playground.clipboard()).not.toMatch(/[<>]|javascript:/);
});

test("names of classes are text in the causes of statements", async ({ playground }) => {
  await ran(playground, CLASSES);
  await playground.openTab("SQL log");
  await playground.goTo((await playground.statements()).find((it) => it.sql.startsWith("INSERT INTO of_0 ")));
  await expect(playground.nowRow).toContainText(PAYLOADS[0]);
  await expect(playground.timeline).toContainText(PAYLOADS[0]);
});

test("names are text in the comparison", async ({ playground }) => {
  await ran(playground, CLASSES.replace("session.commit()", "session.commit()\n    print(PAYLOADS)"));
  await playground.compare.run();
  await expect(playground.compare.row("lazy")).toContainText("same");
});

test("the message of an error is text", async ({ playground }) => {
  await ran(playground, 'from payloads import PAYLOADS\nraise ValueError(" ".join(PAYLOADS))\n', "failed");
  await playground.openTab("Output");
  for (const it of PAYLOADS) await expect(playground.panel).toContainText(it);
  await playground.openTab("SQL log");
  await expect(playground.notices).toContainText(PAYLOADS[0]);
});

test("what is typed at the prompt is text, and what it raises", async ({ playground }) => {
  await ran(playground, PROGRAM);
  await playground.console.show();
  for (const it of PAYLOADS.slice(0, 10)) expect(await playground.console.say(`print(${JSON.stringify(it)})`)).toBe(`${it}\n`);
  await playground.console.say(`raise ValueError(${JSON.stringify(PAYLOADS[2])})`);
  await expect(playground.console.output).toContainText(`ValueError: ${PAYLOADS[2]}`);
});

test("titles of programs are text, also in Markdown and in frames", async ({ playground, page, context }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const it of PAYLOADS) {
    await page.evaluate((fragment) => { location.hash = fragment; }, link({ title: it }));
    await expect(playground.title).toHaveText(it);
    await expect(page).toHaveTitle(`${it} · ORM Playground`);
  }
  for (const it of PAYLOADS.slice(0, 12)) {
    await playground.rename(it);
    await playground.share.open();
    await expect(playground.share.link).toHaveValue(/#a/);
    await playground.share.dialog.getByRole("heading", { name: /^Embed/ }).getByRole("button").click();
    await expect.poll(() => playground.clipboard()).toMatch(/^<iframe/);
    const frame = await page.evaluate(async () => {
      const { body } = new DOMParser().parseFromString(await navigator.clipboard.readText(), "text/html");
      return { tags: [...body.querySelectorAll("*")].map((tag) => tag.localName), title: body.firstElementChild.title };
    });
    expect(frame).toEqual({ tags: ["iframe"], title: it });
    await playground.share.dialog.getByRole("button", { name: "Done" }).click();
  }
});
