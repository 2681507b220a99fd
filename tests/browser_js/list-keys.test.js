// Where the arrow keys lead among the results.

import assert from "node:assert/strict";
import test from "node:test";

import { step } from "../../ui/browser/search/list-keys.js";

test("down enters the list and goes on to its end", () => {
  assert.equal(step("ArrowDown", -1, 3), 0);
  assert.equal(step("ArrowDown", 0, 3), 1);
  assert.equal(step("ArrowDown", 2, 3), 2);
});

test("up goes back to the field", () => {
  assert.equal(step("ArrowUp", 2, 3), 1);
  assert.equal(step("ArrowUp", 0, 3), -1);
});

test("in the field all keys but down belong to the text", () => {
  for (const key of ["ArrowUp", "Home", "End", "a", "Enter"]) assert.equal(step(key, -1, 3), null);
});

test("home and end go to the ends, and an empty list leads nowhere", () => {
  assert.deepEqual([step("Home", 2, 3), step("End", 0, 3)], [0, 2]);
  assert.equal(step("ArrowDown", -1, 0), null);
});
