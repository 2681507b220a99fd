// Where the bubble of an explained word stands: beside the word, and always inside the window.

import assert from "node:assert/strict";
import test from "node:test";

import { place } from "../../ui/browser/page/tooltip-place.js";

const MARGIN = 8;
const box = (left, top, width = 60, height = 20) => ({ left, top, right: left + width, bottom: top + height });

test("below the word where there is room, as far left as the word", () => {
  const { left, top } = place(box(100, 100), { width: 300, height: 90 }, { width: 1280, height: 900 });
  assert.equal(left, 100);
  assert.ok(top >= 120 && top <= 128, "near enough for a pointer to cross");
});

test("above the word where there is no room below", () => {
  const { left, top } = place(box(100, 860), { width: 300, height: 90 }, { width: 1280, height: 900 });
  assert.equal(left, 100);
  assert.ok(top + 90 <= 860 && top + 90 >= 852);
});

test("where it fits on neither side, on the side with more room", () => {
  const [size, pane] = [
    { width: 200, height: 180 },
    { width: 320, height: 256 },
  ];
  assert.ok(place(box(20, 60), size, pane).top > 60);
  assert.ok(place(box(20, 170), size, pane).top < 60);
});

test("always inside the window, also where the word is not", () => {
  for (const pane of [
    { width: 320, height: 640 },
    { width: 320, height: 256 },
    { width: 1280, height: 900 },
  ]) {
    for (const size of [
      { width: 304, height: 120 },
      { width: 120, height: 60 },
    ]) {
      for (let x = -50; x <= pane.width + 50; x += 35) {
        for (let y = -50; y <= pane.height + 50; y += 35) {
          const { left, top } = place(box(x, y), size, pane);
          assert.ok(left >= MARGIN && left + size.width <= pane.width - MARGIN, `${x} ${y}`);
          assert.ok(top >= MARGIN && top + size.height <= pane.height - MARGIN, `${x} ${y}`);
        }
      }
    }
  }
});

test("it does not cover its word where there is room on one side", () => {
  const [size, pane] = [
    { width: 304, height: 120 },
    { width: 320, height: 640 },
  ];
  for (let y = 0; y <= 620; y += 10) {
    const { top } = place(box(20, y), size, pane);
    assert.ok(top >= y + 20 || top + size.height <= y, `${y}`);
  }
});

test("a bubble larger than the window begins at its edge, so that its first words are read", () => {
  assert.deepEqual(place(box(20, 60), { width: 400, height: 500 }, { width: 320, height: 256 }), { left: 8, top: 8 });
});
