// Where the pages of a site find each other: on a server, and as files below a path.

import assert from "node:assert/strict";
import { test } from "node:test";

/** @param {string} address that is open @param {string} [root] what the page says of a site of files */
async function siteAt(address, root) {
  Object.assign(globalThis, { document: { documentElement: { dataset: { root } } }, location: new URL(address) });
  return /** @type {typeof import("../../js/net/site.js")} */ (await import(`../../js/net/site.js?${encodeURIComponent(address)}`));
}

test("on a server an address is what it is", async () => {
  const { hrefOf, isOfFiles, pathOfPage } = await siteAt("https://play.example.org/learn/await?x=1");
  assert.equal(isOfFiles, false);
  assert.equal(hrefOf("/learn/await#step=3"), "/learn/await#step=3");
  assert.equal(pathOfPage(), "/learn/await");
});

test("as files the site stands below a path, and a page is a folder", async () => {
  const { hrefOf, isOfFiles, pathOfPage } = await siteAt("https://me.example.org/stillframe/learn/await/?x=1", "../../");
  assert.equal(isOfFiles, true);
  assert.equal(pathOfPage(), "/learn/await");
  const at = (/** @type {string} */ address) => hrefOf(address).replace("https://me.example.org/stillframe/", "");
  assert.equal(at("/"), "");
  assert.equal(at("/?example=throw"), "?example=throw");
  assert.equal(at("/#packed=abc"), "#packed=abc");
  assert.equal(at("/learn"), "learn/");
  assert.equal(at("/learn/send#step=3"), "learn/send/#step=3");
  assert.equal(at("/compare?pair=x"), "compare/?pair=x");
  assert.equal(at("/learn/send.svg?step=3"), "learn/send.svg?step=3");
  assert.equal(at("/static/js/a.js"), "static/js/a.js");
  assert.equal(at("/api/library/asyncio"), "api/library/asyncio");
});

test("the first page may be called by the name of its file", async () => {
  const { pathOfPage } = await siteAt("https://me.example.org/stillframe/index.html", "./");
  assert.equal(pathOfPage(), "/");
});
