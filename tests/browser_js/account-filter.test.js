// The picture of the accounts: what the page shows is drawn, and nothing else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import {
  filteredScene,
  filterScene,
  filterTraces,
  filterWords,
  labelButton,
  markSides,
  pruneDrawing,
} from "../../ui/browser/map/account-filter.js";
import { through } from "../../ui/browser/map/emphasis.js";
import { ownerOf } from "../../ui/browser/map/plotly-parts.js";

const bundle = JSON.parse(readFileSync(process.env.BUNDLE, "utf8"));
const [[width, whole]] = Object.entries(bundle.scenes);
const { data: traces } = JSON.parse(readFileSync(process.env.FIGURES, "utf8"))[width];
const named = (all, name) => all.find(({ uid }) => uid === name);
const counted = new Set(named(traces, "count").customdata.map(([id]) => id));
const split = whole.links.find((link) => link.contested && counted.has(link.id));
const plain = whole.links.find((link) => !link.contested);
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
const shown = (more = {}) => ({ arrows: { [split.id]: state(more) }, things: ends(split, plain), says: "" });

test("without an account picture everything is shown", () => {
  assert.equal(filterScene(whole, null), whole);
  assert.equal(filteredScene(whole, undefined), whole);
  assert.equal(filterWords(bundle, null), bundle);
  assert.equal(filterTraces(traces, null), traces);
});

test("only what the page shows is drawn, and things keep their place even without an arrow", () => {
  const part = filterScene(whole, shown());
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

test("an arrow is contested and dashed as the page says", () => {
  const drawn = (more) => filterScene(whole, shown(more)).links[0];
  assert.deepEqual([drawn().contested, drawn().in_whom], [false, "animal"]);
  const contested = drawn({ contested: true, in_whom: "" });
  assert.deepEqual([contested.contested, contested.in_whom], [true, "inferred"]);
  const never = filterScene(whole, { ...shown(), arrows: { [plain.id]: state({ contested: true }) } }).links[0];
  assert.equal(never.contested, false, "there is no place for its mark");
  const dash = (more) => through(drawn(more), "how").dash;
  assert.deepEqual([{}, { in_whom: "cell" }, { in_whom: "human-trial" }].map(dash), ["dashed", "dotted", "solid"]);
});

/** The polylines of a trace, which are parted by gaps. */
function pieces({ x, y }) {
  const found = [[]];
  x.forEach((across, i) => {
    if (across === null) found.push([]);
    else found.at(-1).push([across, y[i]]);
  });
  assert.deepEqual(found.pop(), [], "a trace ends with a gap");
  return found;
}

test("traces that are not shown go, and so do the stretches of a trace of several arrows", () => {
  const before = structuredClone(traces);
  const left = filterTraces(traces, shown({ contested: true, against: 2 }));
  const kept = new Set([split.id, ...Object.keys(shown().things)]);
  const owners = (trace) => trace.customdata.map(([id]) => id);
  const shared = ["casing", "gap", "count"];
  const own = (trace) => trace.customdata && !shared.includes(trace.uid);
  assert.deepEqual(
    left.filter((trace) => !shared.includes(trace.uid)),
    traces.filter((trace) => !shared.includes(trace.uid) && (!own(trace) || kept.has(owners(trace)[0]))),
  );
  for (const uid of ["casing", "gap"]) {
    const [part, all] = [named(left, uid), named(traces, uid)];
    const mine = owners(all).flatMap((id, at) => (id === split.id ? [at] : []));
    assert.ok(mine.length > 0, uid);
    assert.deepEqual(
      pieces(part),
      mine.map((at) => pieces(all)[at]),
    );
    assert.deepEqual(
      owners(part),
      mine.map(() => split.id),
    );
  }
  const count = named(left, "count");
  const at = owners(named(traces, "count")).indexOf(split.id);
  const all = named(traces, "count");
  assert.deepEqual(
    [count.text, count.x, count.y, count.textposition, owners(count)],
    [["2"], [all.x[at]], [all.y[at]], [all.textposition[at]], [split.id]],
  );
  assert.deepEqual(traces, before, "what was fetched stays as it is");
});

test("an arrow that the page does not call contested has no mark, no gap and no count", () => {
  for (const [more, mark, counts] of [
    [{ contested: false, against: 3 }, 0, 0],
    [{ contested: true, against: 0 }, 1, 0],
    [{ contested: true, against: 3 }, 1, 1],
  ]) {
    const left = filterTraces(traces, shown(more));
    assert.equal(left.filter(({ uid }) => uid === `mark_edge_${split.id}`).length, mark);
    assert.equal(pieces(named(left, "gap")).length, 2 * mark);
    assert.equal(named(left, "count").x.length, counts);
    assert.equal(pieces(named(left, "casing")).length, 1);
  }
});

test("the same account picture gives the same scene, another a new one", () => {
  const first = filteredScene(whole, shown());
  assert.equal(filteredScene(whole, shown()), first);
  assert.notEqual(filteredScene(whole, shown({ contested: true })), first);
  assert.deepEqual(filteredScene(whole, shown()), first);
});

test("words say what the page says in place of today's papers", () => {
  const words = filterWords(bundle, shown());
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

test("a first drawing loses what is not shown, and the marks of arrows that are not contested", () => {
  const parts = [`edge:${split.id}`, `edge:${plain.id}`, `node:${split.source}`, "node:nothing"].map(group);
  const drawing = { querySelectorAll: () => parts };
  pruneDrawing(drawing, filterScene(whole, shown()), shown());
  assert.deepEqual(
    parts.map(({ gone }) => Boolean(gone)),
    [false, true, false, true],
  );
  assert.equal(parts[0].marks.length, 0);
  const again = [group(`edge:${split.id}`)];
  pruneDrawing(
    { querySelectorAll: () => again },
    filterScene(whole, shown({ contested: true })),
    shown({ contested: true }),
  );
  assert.equal(again[0].marks.length, 1);
});

test("every part of a drawing says which account it belongs to, and no longer without an account picture", () => {
  const parts = [group(`edge:${split.id}`), group(`node:${split.source}`)];
  const drawing = { querySelectorAll: () => parts };
  markSides(drawing, shown({ side: "other" }));
  assert.deepEqual(
    parts.map(({ dataset }) => dataset.side),
    ["other", undefined],
  );
  markSides(drawing, null);
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
    labelButton(made, pick, shown(more));
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
  for (const drawn of [
    traces,
    ...[{}, { contested: true, against: 2 }].map((more) => filterTraces(traces, shown(more))),
  ]) {
    const uids = drawn.map(({ uid }) => uid);
    assert.ok(uids.every(Boolean));
    assert.equal(new Set(uids).size, uids.length);
  }
});

test("the owner of a trace is read back from the class that Plotly makes of its uid", () => {
  for (const { uid, customdata } of traces) {
    const [part, kind, id] = uid.split("_");
    const owner = kind ? { part, pick: `${kind}:${id}` } : null;
    assert.deepEqual(ownerOf(`trace scatter trace${uid}`), owner);
    assert.deepEqual(ownerOf(`trace scatter trace${uid} more`), owner);
    if (owner) assert.deepEqual(customdata, [[id, kind]]);
  }
  for (const other of [
    "",
    null,
    "trace scatter traceb17fa3",
    "trace scatter",
    "js-line line",
    "scatterlayer mlayer",
    "trace scatter traceline_",
    "trace scatter traceline_thing_ampar",
    "line_edge_a--b",
  ]) {
    assert.equal(ownerOf(other), null, String(other));
  }
});
