// The six examples run in the page with the same output and statements as real SQLAlchemy.
// What is expected is recorded by expected/record.py, never typed.
import fs from "node:fs";
import { expect, test } from "./playground.js";

const folder = new URL("./expected/", import.meta.url);
const recorded = fs.existsSync(folder) ? fs.readdirSync(folder).filter((it) => it.endsWith(".json")) : [];

test("there are six examples, each recorded", async ({ playground }) => {
  await playground.open();
  const names = await playground.examples();
  expect(names).toHaveLength(6);
  expect(recorded.map((it) => it.replace(".json", "")).sort()).toEqual([...names].sort());
});

for (const file of recorded) {
  const name = file.replace(".json", "");
  test(`${name} does what SQLAlchemy does`, async ({ playground }) => {
    const expected = JSON.parse(fs.readFileSync(new URL(file, folder), "utf8"));
    await playground.open();
    await playground.openExample(name);
    await playground.start();
    expect(await playground.ended()).toBe(expected.error === null ? "finished" : "failed");
    expect(await playground.printed()).toBe(expected.stdout);
    const wanted = expected.statements.filter((it) => it.sql !== undefined);
    const found = await playground.statements();
    expect(found.map((it) => it.sql)).toEqual(wanted.map((it) => it.sql));
  });
}
