// The comparison of recorded programs: exact, but for what no two runs share.
import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "../compare.mjs";

const recorded = (change = {}) => JSON.stringify({ stdout: "one\n", statements: [{ tx: "BEGIN" }], error: null, ...change });

test("equal records do not differ", () => {
  assert.deepEqual(differences(recorded(), recorded()), []);
});

test("timings and addresses may differ", () => {
  const one = recorded({ stdout: "[generated in 0.00012s] [cached since 0.1s ago] <memory at 0x7f>" });
  const other = recorded({ stdout: "[generated in 3e-05s] [cached since 2.5s ago] <memory at 0xa0>" });
  assert.deepEqual(differences(one, other), []);
  assert.equal(differences(one, recorded({ stdout: "[cached since 3e-05s] [cached since 2.5s ago] <memory at 0xa0>" })).length, 1);
});

test("1 and 1.0 differ, 1e-5 and 0.00001 do not", () => {
  const statement = (number) => `{"stdout": "", "statements": [{"sql": "x", "params": [${number}], "many": false}], "error": null}`;
  assert.equal(differences(statement("1"), statement("1.0")).length, 1);
  assert.deepEqual(differences(statement("1e-05"), statement("0.00001")), []);
  assert.equal(differences(statement('"1.0"'), statement("1.0")).length, 1);
});

test("the first differing line and statement are named", () => {
  assert.match(differences(recorded(), recorded({ stdout: "one\ntwo\n" }))[0], /^stdout: line 2/);
  assert.match(differences(recorded(), recorded({ statements: [] }))[0], /^statements: number 1 of 1/);
  assert.match(differences(recorded(), recorded({ error: { class: "a", message: "b" } }))[0], /^error/);
});

test("the order of keys in a parameter set does not matter", () => {
  const statement = (params) => recorded({ statements: [{ sql: "x", params, many: false }] });
  assert.deepEqual(differences(statement({ a: 1, b: 2 }), statement({ b: 2, a: 1 })), []);
});
