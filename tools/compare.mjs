// Compares a recorded program with a run of it: equal or not, and what differs.
// The only things replaced are those that no two runs share: timings in the log and addresses.
import { isDeepStrictEqual } from "node:util";

const TIMING = /\[(generated in|cached since|no key|caching disabled|dialect \S+ does not support caching) [0-9.e-]+s( ago)?/g;

const normalised = (text) =>
  text.replace(/<memory at 0x[0-9a-f]+>/g, "<memory at 0x...>").replace(TIMING, (_, what, ago) => `[${what} Ts${ago ?? ""}`);

const floatText = (it) => (Number.isInteger(it) ? it.toFixed(1) : String(it));

/** JSON with 1 and 1.0 kept apart, as Python does. Records write integers of more than 64 bits as floats. */
function parse(json) {
  const kept = json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
    if (token.startsWith('"')) return token;
    const isFloat = /[.eE]/.test(token) || Math.abs(Number(token)) > 2 ** 64;
    return isFloat ? `"\\u0000float ${floatText(Number(token))}"` : `"\\u0000int ${token}"`;
  });
  return JSON.parse(kept);
}

const shown = (value) => JSON.stringify(value)?.replace(/"\\u0000(?:int|float) ([^"]*)"/g, "$1");

/** The first difference, as lines for a reader; null when the texts are equal. */
function textDifference(expected, found) {
  if (expected === found) return null;
  const [wanted, got] = [expected.split("\n"), found.split("\n")];
  const at = wanted.findIndex((line, index) => line !== got[index]);
  const index = at < 0 ? wanted.length : at;
  return `line ${index + 1}\n    expected ${JSON.stringify(wanted[index])}\n    found    ${JSON.stringify(got[index])}`;
}

function listDifference(expected, found) {
  const index = expected.findIndex((it, number) => !isDeepStrictEqual(it, found[number]));
  if (index < 0 && expected.length === found.length) return null;
  const at = index < 0 ? expected.length : index;
  return `number ${at + 1} of ${expected.length}\n    expected ${shown(expected[at])}\n    found    ${shown(found[at])}`;
}

/** `expected`, `found`: JSON texts of CASE.json's shape. Returns the differences; none: the case passes. */
export function differences(expected, found) {
  const [wanted, got] = [parse(expected), parse(found)];
  const stdout = textDifference(normalised(wanted.stdout), normalised(got.stdout));
  const statements = listDifference(wanted.statements, got.statements);
  const error = isDeepStrictEqual(wanted.error, got.error) ? null : `\n    expected ${shown(wanted.error)}\n    found    ${shown(got.error)}`;
  return [["stdout", stdout], ["statements", statements], ["error", error]]
    .filter(([, it]) => it !== null)
    .map(([part, it]) => `${part}: ${it}`);
}
