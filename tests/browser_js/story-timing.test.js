// The order of the story, and how long a moment stays.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { roles } from "../../ui/browser/map/emphasis.js";
import { next, stay } from "../../ui/browser/map/story-timing.js";

const { scenes, story } = JSON.parse(readFileSync(process.env.BUNDLE, "utf8"));
const ids = story.map(({ id }) => id);

test("next goes through every moment once and stops at the end, back the same way", () => {
  const on = [];
  for (let id = next(story, "", 1); id; id = next(story, id, 1)) on.push(id);
  assert.deepEqual(on, ids);
  const back = [];
  for (let id = ids.at(-1); id; id = next(story, id, -1)) back.push(id);
  assert.deepEqual(back, ids.toReversed());
  assert.equal(next(story, "", -1), null);
});

test("a moment stays long enough to be read at a slow pace", () => {
  for (const moment of story) {
    const words = `${moment.title} ${moment.text}`.split(" ").length;
    assert.ok(stay(moment) > (words / 200) * 60000, moment.id);
  }
});

test("a moment lights its things and arrows, all else steps back, and a pick goes before it", () => {
  const [scene] = Object.values(scenes);
  for (const moment of story) {
    const lit = roles(scene, { moment });
    for (const { id } of scene.things)
      assert.equal(lit.get(`node:${id}`), moment.things.includes(id) ? "step" : "away");
    for (const { id } of scene.links) assert.equal(lit.get(`edge:${id}`), moment.arrows.includes(id) ? "step" : "away");
    const { id } = scene.things.find((thing) => !moment.things.includes(thing.id));
    assert.equal(roles(scene, { moment, pick: `node:${id}` }).get(`node:${id}`), "chosen");
  }
});
