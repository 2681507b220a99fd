// The picture of the accounts: what is told is drawn, and nothing else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { figure } from "../../ui/browser/map/figure.js";
import { narrowed, pruned, scene, sided, signed, worded } from "../../ui/browser/map/account-filter.js";

const bundle = JSON.parse(readFileSync(process.env.BUNDLE, "utf8"));
const whole = Object.values(bundle.scenes)[0];
const split = whole.links.find((link) => link.split && link.count);
const plain = whole.links.find((link) => !link.split);
const state = (more = {}) => ({
  side: "core",
  mark: "",
  in_whom: "animal",
  contested: false,
  against: 0,
  turns: [],
  says: "by then",
  ...more,
});
const ends = (...links) =>
  Object.fromEntries(
    links.flatMap(({ source, target }) => [
      [source, "1 in"],
      [target, "2 in"],
    ]),
  );
const told = (more = {}) => ({ arrows: { [split.id]: state(more) }, things: ends(split, plain), says: "" });

test("where nothing is told the picture is the whole one", () => {
  assert.equal(narrowed(whole, null), whole);
  assert.equal(scene(whole, undefined), whole);
  assert.equal(worded(bundle, null), bundle);
});

test("only what is told is drawn, and things keep their place also without an arrow", () => {
  const part = narrowed(whole, told());
  assert.deepEqual(
    part.links.map(({ id }) => id),
    [split.id],
  );
  const kept = new Set([split.source, split.target, plain.source, plain.target]);
  assert.deepEqual(
    part.things,
    whole.things.filter(({ id }) => kept.has(id)),
  );
  assert.deepEqual({ ...part, things: 0, links: 0 }, { ...whole, things: 0, links: 0 });
});

test("an arrow is split, counted and dashed as it is told", () => {
  const drawn = (more) => narrowed(whole, told(more)).links[0];
  assert.deepEqual([drawn().split, drawn().count, drawn().in_whom], [null, null, "animal"]);
  const contested = drawn({ contested: true, against: 7, in_whom: "" });
  assert.deepEqual([contested.split, contested.count.lines, contested.in_whom], [split.split, ["7"], "inferred"]);
  assert.equal(drawn({ contested: true }).count, null);
  const { tokens } = bundle;
  const dash = (more) =>
    figure(narrowed(whole, told(more)), tokens.themes.light, tokens, { lens: "how" }).data.find(
      ({ name }) => name === "arrow",
    ).line.dash;
  assert.deepEqual([{}, { in_whom: "cell" }, { in_whom: "human-trial" }].map(dash), ["8px,4px", "2px,3px", "solid"]);
});

test("the same telling gives the same scene, another a new one", () => {
  const first = scene(whole, told());
  assert.equal(scene(whole, told()), first);
  assert.notEqual(scene(whole, told({ contested: true })), first);
  assert.deepEqual(scene(whole, told()), first);
});

test("words say what is told in place of today's papers", () => {
  const words = worded(bundle, told());
  assert.deepEqual(Object.keys(words.links), [split.id]);
  assert.deepEqual(words.links[split.id], { ...bundle.links[split.id], evidence: "by then" });
  assert.equal(words.things[split.source].arrows, "1 in");
  assert.equal(words.things[split.source].name, bundle.things[split.source].name);
});

/** As much of a group in a drawing as is asked of it. */
function group(part) {
  const marks = [
    {
      remove() {
        marks.length = 0;
      },
    },
  ];
  return {
    dataset: { part },
    querySelectorAll: () => [...marks],
    marks,
    remove() {
      this.gone = true;
    },
  };
}

test("a first drawing loses what is not told, and marks that do not hold", () => {
  const parts = [`edge:${split.id}`, `edge:${plain.id}`, `node:${split.source}`, "node:nothing"].map(group);
  const drawing = { querySelectorAll: () => parts };
  pruned(drawing, narrowed(whole, told()), told());
  assert.deepEqual(
    parts.map(({ gone }) => Boolean(gone)),
    [false, true, false, true],
  );
  assert.equal(parts[0].marks.length, 0);
  const again = [group(`edge:${split.id}`)];
  pruned({ querySelectorAll: () => again }, narrowed(whole, told({ contested: true })), told({ contested: true }));
  assert.equal(again[0].marks.length, 1);
});

test("every part of a drawing says whose it is, and no longer once that is not told", () => {
  const parts = [group(`edge:${split.id}`), group(`node:${split.source}`)];
  const drawing = { querySelectorAll: () => parts };
  sided(drawing, told({ side: "other" }));
  assert.deepEqual(
    parts.map(({ dataset }) => dataset.side),
    ["other", undefined],
  );
  sided(drawing, null);
  assert.ok(!("side" in parts[0].dataset));
});

test("the button of an arrow carries its signs, and says them", () => {
  const button = () => ({
    dataset: {},
    label: "an arrow",
    getAttribute() {
      return this.label;
    },
    setAttribute(_, label) {
      this.label = label;
    },
  });
  const signedBy = (more, pick = `edge:${split.id}`) => {
    const made = button();
    signed(made, pick, told(more));
    return [made.label, made.dataset];
  };
  assert.deepEqual(signedBy({ side: "one", mark: "1", turns: ["appears", "splits", "for"] }), [
    "an arrow. by then",
    { side: "one", mark: "1", turned: "+≠" },
  ]);
  assert.deepEqual(signedBy({}), ["an arrow. by then", { side: "core" }]);
  assert.deepEqual(signedBy({}, `node:${split.source}`), ["an arrow", {}]);
  assert.deepEqual(signedBy({}, `edge:${plain.id}`), ["an arrow", {}]);
});

test("every trace has an owner or a name of its own, so that a shorter picture inherits none of a longer one's", () => {
  const { tokens } = bundle;
  for (const drawn of [whole, narrowed(whole, told()), narrowed(whole, told({ contested: true, against: 2 }))]) {
    const uids = figure(drawn, tokens.themes.light, tokens, { lens: "contested" }).data.map(({ uid }) => uid);
    assert.ok(uids.every(Boolean));
    assert.equal(new Set(uids).size, uids.length);
  }
});
