// A phrase for one and for several takes the form that its number asks for.

import assert from "node:assert/strict";
import test from "node:test";

import { counted } from "../../ui/browser/page/plural.js";

test("one has a form of its own, and nothing and several share the other", () => {
  const phrase = { one: "{count} result", other: "{count} results" };
  assert.deepEqual(
    [0, 1, 2, 11, 21, 101].map((count) => counted(phrase, count)),
    ["0 results", "1 result", "2 results", "11 results", "21 results", "101 results"],
  );
});
