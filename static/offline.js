// The service worker: keeps every file of the site, so that the page works without a network.
//
// boot.js registers it once the page stands. It answers from what it keeps, and so an open page stays the
// version that it is: a new one is fetched beside it, and takes over when the page says `skip-waiting` or
// when no page is left. Files are kept by their content: those that a new version shares are not fetched again.

/** name -> SHA-256, as fetch checks it; written by tools/dist.mjs. "./" is the page. */
const FILES = {};

const { scope } = registration;
/** By scope, because other folders of this origin may hold another copy of the page. */
const CACHE = `orm-playground ${scope}`;
const keyOf = (name) => `${new URL(name, scope)}?${encodeURIComponent(FILES[name])}`;

async function keepAll() {
  const cache = await caches.open(CACHE);
  // One after the other: what is under way in the page comes first.
  for (const [name, integrity] of Object.entries(FILES)) {
    if (await cache.match(keyOf(name))) continue;
    // Asks the server whether the browser's own copy is the newest; a file of another version is an error here.
    const response = await fetch(new URL(name, scope), { cache: "no-cache", integrity });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    await cache.put(keyOf(name), response);
  }
}

async function dropOld() {
  const cache = await caches.open(CACHE);
  const current = new Set(Object.keys(FILES).map(keyOf));
  for (const it of await cache.keys()) if (!current.has(it.url)) await cache.delete(it);
}

async function answer(name, request) {
  const cache = await caches.open(CACHE);
  // The browser may have dropped it. All of them were asked for in the same way, whatever `Vary` says.
  return (await cache.match(keyOf(name), { ignoreVary: true })) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(dropOld()));
addEventListener("message", ({ data }) => {
  if (data === "skip-waiting") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const [address] = url.split(/[?#]/);
  if (method !== "GET" || !address.startsWith(scope)) return;
  const path = address.slice(scope.length);
  const name = path === "" || path === "index.html" ? "./" : path;
  if (Object.hasOwn(FILES, name)) event.respondWith(answer(name, event.request));
});
