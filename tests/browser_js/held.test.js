// Picks that wait for the server, as a reader makes them one after the other.

import assert from "node:assert/strict";
import { test } from "node:test";

import { kept } from "../../ui/map/browser/held.js";

const after = (...picks) => picks.reduce(kept, []);

test("of several things only the last is kept", () => {
  assert.deepEqual(after("node:ampar"), ["node:ampar"]);
  assert.deepEqual(after("node:ampar", "edge:a--b", "node:mtorc1"), ["node:mtorc1"]);
  assert.deepEqual(after("node:ampar", "none"), ["none"]);
});

test("a thing picked in a moment of the story is kept with the moment", () => {
  assert.deepEqual(after("story:block", "node:ampar", "node:mtorc1"), ["story:block", "node:mtorc1"]);
  assert.deepEqual(after("story:block", "story:surge", "none"), ["story:surge", "none"]);
});

test("a moment leaves what was picked before it", () => {
  assert.deepEqual(after("node:ampar", "story:block"), ["story:block"]);
  assert.deepEqual(after("story:block", "node:ampar", "story:"), ["story:"]);
});
