// What of an address a room shares, exactly as Python has it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { changes, know, merged, parts, same, shared } from "../../ui/browser/live/address.js";

const cases = JSON.parse(readFileSync(process.env.ADDRESSES, "utf-8"));
know(JSON.parse(readFileSync(process.env.KIT, "utf-8")));

test("a thousand addresses are shared and merged exactly as the server does", () => {
  assert.ok(cases.length >= 1000);
  for (const { address, own, shared: part, merged: whole } of cases) {
    assert.equal(shared(address), part, address);
    assert.equal(merged(address, own), whole, `${address} for ${own}`);
    if (part) assert.ok(same(whole, address) && same(part, whole));
  }
});

test("two views are the same whatever the order, the reader and what is empty", () => {
  assert.ok(same("/?a=1&b=2&level=patient", "/?b=2&a=1&q="));
  assert.ok(!same("/?a=1", "/claims?a=1") && !same("/?a=1", "/?a=2") && !same("/?a=1&a=2", "/?a=1"));
});

test("a view has one focus, a lens, a moment and a closer picture", () => {
  const view = { path: "", focus: "edge:x--y", moment: "", view: "", lens: "how" };
  assert.deepEqual(parts("/?edge=x--y&lens=how&level=patient"), view);
  assert.equal(parts("/claims?claim=c1").path, "claims");
  assert.equal(parts("/?step=relief").moment, "relief");
  assert.equal(parts("/bdnf-release?view=close").view, "close");
});

test("what leads to another view takes out what that has not, and what is asked for beside it", () => {
  assert.deepEqual(changes("/?node=a&lens=how&level=patient", "/?edge=b&lens=how"), { node: "", edge: "b" });
  assert.deepEqual(changes("/time?at=1h", "/time?at=4h", { node: "x", edge: "" }), { at: "4h", node: "", edge: "" });
  assert.deepEqual(changes("/what-if?guess=reduced", "/what-if?off=ampar"), { off: "ampar" });
});
