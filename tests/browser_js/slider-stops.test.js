// The stops of the slider of the two clocks.

import assert from "node:assert/strict";
import { test } from "node:test";

import { stop } from "../../ui/browser/map/slider-stops.js";

const STOPS = [
  ["1min", "1h", "1d"],
  ["1 minute", "1 hour", "1 day"],
  ["0.0000", "0.3495", "0.6208"],
];

test("a place is a moment with its name and its share of the axis", () => {
  assert.deepEqual(stop(STOPS, 1), { at: 1, id: "1h", name: "1 hour", share: "0.3495", first: false, last: false });
});

test("the ends are marked, and nothing lies beyond them", () => {
  assert.deepEqual(stop(STOPS, 0), stop(STOPS, -3));
  assert.deepEqual(stop(STOPS, 2), stop(STOPS, 9));
  assert.equal(stop(STOPS, 0).first, true);
  assert.equal(stop(STOPS, 2).last, true);
});
