// Links: a program and its settings as the fragment of an address, and as a QR code.
//
// The page loads it with `ormPlayground.load("share")` when someone shares, or opens a link. A fragment is
// one letter, the version of the format, and what the version says:
//
//   a   base64url of [raw deflate of the text in UTF-8, with DICTIONARY preset] [checksum, 3 bytes]
//
// A published letter keeps opening for ever. Compressed with JSON in mind, any text goes.

import { deflateSync, Inflate } from "fflate";
import { encode } from "uqr";
import { DICTIONARY } from "./dictionary.js";

const MAX_FRAGMENT = 200_000;
/** What one step of inflating takes in: deflate makes at most a thousand times as much of it. */
const STEP_BYTES = 256;
const CHECKSUM_BYTES = 3;

const DAMAGED = "This link is damaged: a part of it is missing or changed. Copy it again from where it came from.";
const number = (it) => it.toLocaleString("en-US");

/** FNV-1a's lower bits. Deflate itself would take many a changed character for another program. */
function checksum(bytes) {
  let hash = 0x811c9dc5;
  for (const it of bytes) hash = Math.imul(hash ^ it, 0x01000193);
  return [hash & 255, (hash >> 8) & 255, (hash >> 16) & 255];
}

function base64Url(bytes) {
  let binary = "";
  for (const it of bytes) binary += String.fromCharCode(it);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function bytesOf(text) {
  if (!/^[\w-]*$/.test(text)) throw new Error(DAMAGED);
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (it) => it.charCodeAt(0));
  } catch {
    throw new Error(DAMAGED);
  }
}

/** The bytes that `packed` stands for; stops as soon as they are more than `limit`. */
function inflated(packed, limit) {
  const parts = [];
  let size = 0;
  const stream = new Inflate({ dictionary: DICTIONARY }, (part) => {
    size += part.length;
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += STEP_BYTES) {
    try {
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
    } catch {
      throw new Error(DAMAGED);
    }
    if (size > limit) throw new Error(`This link holds more than ${number(limit)} bytes of program, so it was not opened.`);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const it of parts) {
    bytes.set(it, at);
    at += it.length;
  }
  return bytes;
}

/** The fragment, without `#`, that `unpack` makes `text` of again. */
export function pack(text) {
  const bytes = new TextEncoder().encode(text);
  const packed = deflateSync(bytes, { level: 9, dictionary: DICTIONARY });
  const fragment = "a" + base64Url([...packed, ...checksum(bytes)]);
  if (fragment.length > MAX_FRAGMENT) throw new Error("This program is too long for a link. Export it as a file instead.");
  return fragment;
}

/** The text of a fragment, with or without its `#`; throws what a reader can be told. */
export function unpack(fragment, limitBytes) {
  const text = fragment.startsWith("#") ? fragment.slice(1) : fragment;
  if (text.length > MAX_FRAGMENT) throw new Error(`This link is longer than ${number(MAX_FRAGMENT)} characters, so it was not opened.`);
  if (!/^[a-z]/i.test(text)) throw new Error("This link holds no program.");
  if (text[0] !== "a") {
    throw new Error("This link was made by a newer version of ORM Playground. Reload the page, then open the link again.");
  }
  const all = bytesOf(text.slice(1));
  const bytes = inflated(all.subarray(0, -CHECKSUM_BYTES), limitBytes);
  if (checksum(bytes).join() !== all.subarray(-CHECKSUM_BYTES).join()) throw new Error(DAMAGED);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(DAMAGED);
  }
}

/**
 * A QR code of `text`: `path` is the data of an SVG path for the dark modules, in a square of `size` units that
 * includes the light border that readers need.
 */
export function qr(text) {
  let code;
  try {
    code = encode(text, { ecc: "L", border: 4 });
  } catch {
    throw new Error("This link is too long for a QR code, which holds 2,953 characters. Share it as a link instead.");
  }
  let path = "";
  for (const [y, row] of code.data.entries()) {
    for (let x = 0, end; x < row.length; x = end) {
      end = x + 1;
      while (end < row.length && row[end] === row[x]) end += 1;
      if (row[x]) path += `M${x} ${y}h${end - x}v1H${x}z`;
    }
  }
  return { size: code.size, path };
}
