// The six examples run in the page with the same output and statements as real SQLAlchemy.
// What is expected is recorded by expected/record.py, never typed.
import fs from "node:fs";
import { examples } from "../tools/examples.mjs";
import { expect, test } from "./playground.js";

test("the menu lists the six examples", async ({ playground }) => {
  await playground.open();
  expect(await playground.exampleTitles()).toEqual(examples().map((it) => it.title));
  expect(examples()).toHaveLength(6);
});

for (const { name, title } of examples()) {
  test(`${title}: the same output and statements as SQLAlchemy`, async ({ playground }) => {
    const expected = JSON.parse(fs.readFileSync(new URL(`./expected/${name}.json`, import.meta.url), "utf8"));
    await playground.open();
    await playground.openExample(title);
    await playground.start();
    expect(await playground.ended()).toBe(expected.error === null ? "finished" : "failed");
    expect(await playground.printed()).toBe(expected.stdout);
    const wanted = expected.statements.filter((it) => it.sql !== undefined);
    expect((await playground.statements()).map((it) => it.sql)).toEqual(wanted.map((it) => it.sql));
    await expect(playground.logTab).toContainText(wanted.length.toLocaleString("en-US"));
  });
}
