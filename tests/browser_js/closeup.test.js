// Coming close to a moment of the story: all of it is in the frame, and nothing is drawn smaller than whole.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { boxAround, closeUp } from "../../ui/browser/map/closeup.js";

const { scenes, story } = JSON.parse(readFileSync(process.env.BUNDLE, "utf8"));
const widthOf = (text, { size, role }) => text.length * size * (role === "name" ? 0.6 : 0.55);
const LESS = 1e-6;

/** Every moment at every designed width, in windows of several heights, at several scales of the whole picture. */
function* views() {
  for (const scene of Object.values(scenes)) {
    for (const moment of story) {
      for (const tall of [480, 640, 900, 1400]) {
        for (const scale of [1, 1.2, 1.5]) {
          const around = boxAround(scene, moment.things, moment.arrows, widthOf);
          yield { scene, moment, scale, tall, around, near: closeUp(scene, around, scale, tall, moment.close) };
        }
      }
    }
  }
}

test("a moment's things and arrows are inside the frame, as far as the canvas goes", () => {
  for (const {
    scene,
    scale,
    around: { left, top, right, bottom },
    near,
  } of views()) {
    const [wide, deep] = [(scene.width * scale) / near.scale, near.height / near.scale];
    assert.ok(near.left <= Math.max(0, left) + LESS && near.top <= Math.max(0, top) + LESS);
    assert.ok(near.left + wide >= Math.min(scene.width, right) - LESS);
    assert.ok(near.top + deep >= Math.min(scene.height, bottom) - LESS);
  }
});

test("the frame shows only canvas, and words are never drawn smaller than in the whole picture", () => {
  for (const { scene, scale, near } of views()) {
    assert.ok(near.scale >= scale - LESS && near.scale <= scale * 1.75 + LESS);
    assert.ok(near.left >= 0 && near.top >= 0);
    assert.ok(near.left + (scene.width * scale) / near.scale <= scene.width + LESS);
    assert.ok(near.top + near.height / near.scale <= scene.height + LESS);
  }
});

test("a close moment comes nearer where there is room, and one that is not close does not", () => {
  const [, wide] = Object.entries(scenes).at(-1);
  const nearer = (moment) => {
    const around = boxAround(wide, moment.things, moment.arrows, widthOf);
    return closeUp(wide, around, 1, 900, moment.close).scale > 1;
  };
  assert.ok(story.some((moment) => moment.close && nearer(moment)));
  assert.ok(story.filter((moment) => !moment.close).every((moment) => !nearer(moment)));
});

test("a close moment leaves the time ruler out, whose words are hidden then, wherever the rest fills the frame", () => {
  let left = 0;
  for (const {
    scene,
    moment,
    around: { bottom },
    near,
  } of views()) {
    const ruler = Math.min(...scene.times.map(({ y }) => y)) - 14;
    const deep = near.height / near.scale;
    if (!moment.close || bottom > ruler - 20 || deep > ruler - 20) continue;
    assert.ok(near.top + deep <= ruler, moment.id);
    left += 1;
  }
  assert.ok(left > 100);
});

test("without a moment the whole picture is shown", () => {
  for (const scene of Object.values(scenes)) {
    assert.deepEqual(closeUp(scene, null, 1.2, 500, true), { left: 0, top: 0, scale: 1.2, height: scene.height * 1.2 });
  }
});
