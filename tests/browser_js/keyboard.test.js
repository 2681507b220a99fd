// Finding one's way: where keys lead, what lies under the pointer, and which width fits.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { fit, hit, lineBoxes, nextPart, order } from "../../ui/browser/map/keyboard.js";

const { scenes, tokens } = JSON.parse(readFileSync(process.env.BUNDLE, "utf8"));
const each = Object.values(scenes);
const KEYS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];

// No canvas here: an average letter stands for each.
const widthOf = (text, { size, role }) => text.length * size * (role === "name" ? 0.6 : 0.55);
const inText = ([x, y], label, by) =>
  lineBoxes(label, widthOf).some(
    ({ left, top, right, bottom }) => x >= left - by && x <= right + by && y >= top - by && y <= bottom + by,
  );
const inFrame = ([x, y], thing) =>
  Math.abs(x - thing.x) <= thing.half_width && Math.abs(y - thing.y) <= thing.half_height;

/** Distance from a point to a line, by many points on it. */
function distance([px, py], { line, tip }) {
  const points = [...line, tip];
  let least = Infinity;
  for (let i = 1; i < points.length; i += 1) {
    const [[ax, ay], [bx, by]] = [points[i - 1], points[i]];
    for (let t = 0; t <= 100; t += 1) {
      least = Math.min(least, Math.hypot(px - ax - ((bx - ax) * t) / 100, py - ay - ((by - ay) * t) / 100));
    }
  }
  return least;
}

test("the order holds each thing and each arrow once", () => {
  for (const scene of each) {
    const picks = order(scene);
    const all = [...scene.things.map(({ id }) => `node:${id}`), ...scene.links.map(({ id }) => `edge:${id}`)];
    assert.equal(picks.length, all.length);
    assert.deepEqual(new Set(picks), new Set(all));
  }
});

test("the order goes through the things as they are read, each followed by the arrows that start there", () => {
  for (const scene of each) {
    const picks = order(scene);
    assert.deepEqual(
      picks.filter((pick) => pick.startsWith("node:")),
      scene.things.map(({ id }) => `node:${id}`),
    );
    for (const { id, source } of scene.links) {
      const before = picks.slice(0, picks.indexOf(`edge:${id}`)).filter((pick) => pick.startsWith("node:"));
      assert.equal(before.at(-1), `node:${source}`);
    }
  }
});

test("from everywhere every key leads to something that is there", () => {
  for (const scene of each) {
    const all = new Set(order(scene));
    for (const here of all) for (const key of KEYS) assert.ok(all.has(nextPart(scene, here, key)), `${here} ${key}`);
  }
});

test("Home and End lead to the first and the last", () => {
  for (const scene of each) {
    const all = order(scene);
    for (const here of all) {
      assert.equal(nextPart(scene, here, "Home"), all[0]);
      assert.equal(nextPart(scene, here, "End"), all.at(-1));
    }
  }
});

test("right follows an arrow to its target and left goes back to its source", () => {
  for (const scene of each) {
    for (const { id, source, target } of scene.links) {
      assert.equal(nextPart(scene, `edge:${id}`, "ArrowRight"), `node:${target}`);
      assert.equal(nextPart(scene, `edge:${id}`, "ArrowLeft"), `node:${source}`);
    }
  }
});

test("right from a thing and left again returns to it, and so does left and right", () => {
  for (const scene of each) {
    for (const { id } of scene.things) {
      const here = `node:${id}`;
      const right = nextPart(scene, here, "ArrowRight");
      assert.equal(right === here, !scene.links.some(({ source }) => source === id));
      if (right !== here) assert.equal(nextPart(scene, right, "ArrowLeft"), here);
      const left = nextPart(scene, here, "ArrowLeft");
      assert.equal(left === here, !scene.links.some(({ target }) => target === id));
      if (left !== here) assert.equal(nextPart(scene, left, "ArrowRight"), here);
    }
  }
});

test("right from an arrow and left again returns to an arrow into the same thing, itself if there is no other", () => {
  for (const scene of each) {
    for (const { id, target } of scene.links) {
      const back = nextPart(scene, nextPart(scene, `edge:${id}`, "ArrowRight"), "ArrowLeft").slice(5);
      const into = scene.links.filter((link) => link.target === target).map((link) => link.id);
      assert.ok(into.includes(back));
      if (into.length === 1) assert.equal(back, id);
    }
  }
});

test("down and up go from thing to thing and stop at the ends", () => {
  for (const scene of each) {
    const things = scene.things.map(({ id }) => `node:${id}`);
    things.forEach((here, place) => {
      assert.equal(nextPart(scene, here, "ArrowDown"), things[place + 1] ?? here);
      assert.equal(nextPart(scene, here, "ArrowUp"), things[place - 1] ?? here);
    });
  }
});

test("down goes round the arrows that share a thing, and up goes round them backwards", () => {
  for (const scene of each) {
    for (const { id, source, target } of scene.links) {
      const out = scene.links.filter((link) => link.source === source);
      const into = scene.links.filter((link) => link.target === target);
      const ring = (out.length > 1 ? out : into).length;
      const seen = new Set();
      let here = `edge:${id}`;
      for (let turn = 0; turn < ring; turn += 1) {
        seen.add(here);
        const next = nextPart(scene, here, "ArrowDown");
        if (out.length > 1) assert.equal(nextPart(scene, next, "ArrowUp"), here);
        here = next;
      }
      if (out.length > 1) {
        assert.equal(seen.size, ring);
        assert.equal(here, `edge:${id}`);
      }
    }
  }
});

test("every thing and arrow can be come to with the keys", () => {
  for (const scene of each) {
    const met = new Set([order(scene)[0]]);
    for (const here of met) for (const key of KEYS) met.add(nextPart(scene, here, key));
    assert.deepEqual(new Set(order(scene)), met);
  }
});

test("from what is not there no arrow key leads away", () => {
  assert.equal(nextPart(each[0], "edge:nothing", "ArrowRight"), "edge:nothing");
  assert.equal(nextPart(each[0], "node:nothing", "ArrowRight"), "node:nothing");
});

test("the centre of each frame is a press on its thing", () => {
  for (const scene of each) {
    for (const { id, x, y } of scene.things) assert.equal(hit(scene, [x, y], widthOf), `node:${id}`);
  }
});

test("each line of a name is a press on its thing, and each verb on its arrow", () => {
  for (const scene of each) {
    const middles = (label) =>
      lineBoxes(label, widthOf).map(({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2]);
    for (const { id, label } of scene.things) {
      for (const point of middles(label)) assert.equal(hit(scene, point, widthOf), `node:${id}`);
    }
    for (const { id, verb } of scene.links) assert.equal(hit(scene, middles(verb)[0], widthOf), `edge:${id}`);
  }
});

test("a name takes no press beside its shorter line", () => {
  const label = { lines: ["much longer", "short"], x: 0, y: 50, anchor: "start", size: 10, role: "name" };
  const scene = { things: [{ id: "a", x: -90, y: 50, half_width: 9, half_height: 9, label }], links: [] };
  assert.equal(hit(scene, [60, 50], widthOf), "node:a");
  assert.equal(hit(scene, [25, 63], widthOf), "node:a");
  assert.equal(hit(scene, [60, 63], widthOf), null);
});

test("each point of a line is a press on its arrow, or on what lies over or nearer to that point", () => {
  for (const scene of each) {
    for (const link of scene.links) {
      for (const point of [...link.line, link.tip]) {
        const found = hit(scene, point, widthOf);
        if (found === `edge:${link.id}`) continue;
        const id = found.slice(5);
        if (found.startsWith("node:")) {
          const thing = scene.things.find((one) => one.id === id);
          assert.ok(inFrame(point, thing) || inText(point, thing.label, 3), `${link.id} ${found}`);
        } else {
          const other = scene.links.find((one) => one.id === id);
          const verb = inText(point, other.verb, 1);
          assert.ok(verb || distance(point, other) < 0.2, `${link.id} ${found}`);
        }
      }
    }
  }
});

test("each arrow can be pressed somewhere on its line", () => {
  for (const scene of each) {
    for (const link of scene.links) {
      const points = [...link.line, link.tip];
      const between = points
        .slice(1)
        .flatMap(([x, y], i) =>
          [0.25, 0.5, 0.75].map((t) => [points[i][0] + (x - points[i][0]) * t, points[i][1] + (y - points[i][1]) * t]),
        );
      assert.ok(
        [...points, ...between].some((point) => hit(scene, point, widthOf) === `edge:${link.id}`),
        link.id,
      );
    }
  }
});

test("a press beside a line takes the nearest arrow, and one far from everything takes nothing", () => {
  const links = [
    [10, "a"],
    [30, "b"],
  ].map(([y, id]) => ({
    id,
    line: [
      [0, y],
      [90, y],
    ],
    tip: [100, y],
    verb: { lines: ["x"], x: 400, y: 400, anchor: "start", size: 12, role: "verb" },
  }));
  const scene = { things: [], links };
  const press = (point) => hit(scene, point, widthOf);
  assert.equal(press([50, 18]), "edge:a");
  assert.equal(press([50, 22]), "edge:b");
  assert.equal(press([50, 42]), "edge:b");
  assert.equal(press([108, 10]), "edge:a");
  assert.equal(press([50, 43]), null);
  assert.equal(press([120, 10]), null);
  for (const real of each)
    for (const far of [
      [-500, -500],
      [real.width + 300, real.height / 2],
    ]) {
      assert.equal(hit(real, far, widthOf), null);
    }
});

test("the boxes of a label lie on the side that its anchor says, one below the other", () => {
  const label = { lines: ["long line", "short"], x: 100, y: 50, size: 10, role: "verb" };
  const [wide, narrow] = [9, 5].map((letters) => letters * 10 * 0.55);
  const sides = (anchor) => lineBoxes({ ...label, anchor }, widthOf).map(({ left, right }) => [left, right]);
  assert.deepEqual(sides("start"), [
    [100, 100 + wide],
    [100, 100 + narrow],
  ]);
  assert.deepEqual(sides("end"), [
    [100 - wide, 100],
    [100 - narrow, 100],
  ]);
  assert.deepEqual(sides("middle"), [
    [100 - wide / 2, 100 + wide / 2],
    [100 - narrow / 2, 100 + narrow / 2],
  ]);
  const [first, second] = lineBoxes({ ...label, anchor: "start" }, widthOf);
  assert.ok(first.top < 50 && first.bottom > 50 && second.top > 50);
  assert.ok(Math.abs(second.top - first.top - 10 * tokens.font.line) < 1e-9, "as far apart as lines are drawn");
});

test("the widest design that fits is used, never made smaller, and up to half as large again", () => {
  const widths = Object.keys(scenes).map(Number);
  assert.deepEqual(new Set(widths), new Set([736, 480, 288]));
  for (let available = 100; available <= 3000; available += 1) {
    const { width, scale } = fit(widths, available);
    assert.equal(width, available >= 735 ? 736 : available >= 479 ? 480 : 288, `${available}`);
    assert.ok(scale >= 1 && scale <= 1.5, `${available}`);
    // A hundredth of a px may stick out, as it may where the frame is narrower than any design.
    if (available >= width) {
      assert.ok(width * scale <= available + 0.01, `${available}`);
      assert.ok(scale === 1.5 || width * (scale + 0.01) > available, `${available}`);
    }
  }
  assert.deepEqual(fit(widths, 288), { width: 288, scale: 1 });
  assert.deepEqual(fit(widths, 432), { width: 288, scale: 1.5 });
  assert.deepEqual(fit(widths, 736), { width: 736, scale: 1 });
  assert.deepEqual(fit(widths, 1104), { width: 736, scale: 1.5 });
  assert.deepEqual(fit([...widths].reverse(), 900), fit(widths, 900));
});
