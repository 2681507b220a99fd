// The Plotly figure: complete, the same for the same input, and as many traces however large the map.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { emphasis, through } from "../../ui/map/browser/emphasis.js";
import { figure } from "../../ui/map/browser/figure.js";

const bundle = JSON.parse(readFileSync(process.env.BUNDLE, "utf8"));
const { tokens } = bundle;
const each = Object.values(bundle.scenes);
const palettes = Object.values(tokens.themes);
const [palette] = palettes;
const [scene] = each;

const NODE = "node:ampar";
const EDGE = "edge:trkb--mtorc1";
const VIEWS = [
  {}, { pick: NODE }, { pick: EDGE }, { pick: NODE, ways: { up: true, down: true } }, { step: 2 },
  { lens: "people" }, { lens: "contested" }, { lens: "how" }, { pick: NODE, lens: "contested" }, { accounts: ["core"] },
];

const named = ({ data }, ...names) => data.filter(({ name }) => names.includes(name));

/** The polylines of a trace, which are parted by gaps. */
function pieces(trace) {
  const found = [[]];
  trace.x.forEach((x, i) => (x === null ? found.push([]) : found.at(-1).push([x, trace.y[i]])));
  assert.deepEqual(found.pop(), [], "a trace ends with a gap");
  return found.map((piece) => JSON.stringify(piece));
}

/** The traces called `name` that hold the polyline `points`. */
const holding = (drawn, name, points) =>
  named(drawn, name).filter((trace) => pieces(trace).includes(JSON.stringify(points)));

function frozen(value) {
  if (value && typeof value === "object") Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const texts = (drawn) => drawn.data.filter(({ mode }) => mode === "text");
const written = (label) => label.lines.map((line) => line.replace(/&/g, "&amp;").replace(/</g, "&lt;")).join("<br>");

test("the same input gives the same figure and is not changed", () => {
  for (const one of each) for (const colours of palettes) for (const view of VIEWS) {
    const input = structuredClone([one, colours, tokens, view]);
    const first = figure(...frozen(input));
    assert.deepEqual(figure(...structuredClone(input)), first);
    assert.deepEqual(input, [one, colours, tokens, view]);
    assert.deepEqual(JSON.parse(JSON.stringify(first)), first, "it is plain data");
  }
});

test("the number of traces does not grow with the number of arrows and things", () => {
  const renamed = (copy) => (one) =>
    ({ ...one, id: `${one.id}-${copy}`, source: `${one.source}-${copy}`, target: `${one.target}-${copy}` });
  /** `one` and `copies` of it that nothing leads to. */
  const beside = (one, copies) => {
    const names = Array.from({ length: copies }, (_, copy) => copy);
    const grown = (items) => [...items, ...names.flatMap((copy) => items.map(renamed(copy)))];
    return { ...one, links: grown(one.links), things: grown(one.things) };
  };
  for (const one of each) for (const view of VIEWS) {
    const traces = [1, 2, 7].map((copies) => figure(beside(one, copies), palette, tokens, view).data.length);
    assert.equal(new Set(traces).size, 1, `${traces}`);
    assert.ok(traces[0] < one.links.length + one.things.length, `${traces}`);
  }
});

test("every outline and every line is there, on a casing in the colour of the ground", () => {
  for (const one of each) for (const view of VIEWS) {
    const drawn = figure(one, palette, tokens, view);
    for (const { outline } of one.things) {
      assert.equal(holding(drawn, "frames", outline).length, 1);
      assert.equal(holding(drawn, "frame-casing", outline).length, 1);
    }
    for (const { id, line } of one.links) {
      assert.equal(holding(drawn, "arrows", line).length, 1, id);
      assert.equal(holding(drawn, "casing", line).length, 1, id);
    }
    const under = named(drawn, "casing", "frame-casing", "split-gap");
    assert.equal(under.length, 3);
    for (const { line } of under) assert.equal(line.color, palette.ground);
  }
});

test("a filled frame hides the picture under it, and others do not", () => {
  for (const one of each) {
    const drawn = figure(one, palette, tokens);
    for (const { id, outline, filled } of one.things) {
      const [trace] = holding(drawn, "frames", outline);
      assert.deepEqual([trace.fill, trace.fillcolor], filled ? ["toself", palette.ground] : [undefined, undefined], id);
    }
  }
});

test("every arrow has one head, known by its pick, at its tip and of its kind", () => {
  for (const one of each) for (const view of VIEWS) {
    const [heads, ...more] = named(figure(one, palette, tokens, view), "heads");
    assert.deepEqual(more, []);
    assert.deepEqual(heads.ids, one.links.map(({ id }) => `edge:${id}`));
    one.links.forEach((link, i) => {
      assert.deepEqual([heads.x[i], heads.y[i]], link.tip);
      const symbols = { increases: "arrow", decreases: "line-ew", modulates: "diamond" };
      assert.equal(heads.marker.symbol[i], symbols[link.head]);
      assert.equal(heads.marker.angle[i], link.angle + 90); // Plotly's arrow looks up at 0
      assert.equal(heads.marker.line.width[i] > 0, link.head === "decreases"); // a bar is nothing but its outline
    });
  }
});

test("contested arrows have their mark over a gap, and no others have one", () => {
  for (const one of each) {
    const drawn = figure(one, palette, tokens);
    const marks = one.links.flatMap(({ split }) => (split ? [split.slice(0, 2), split.slice(2)] : []));
    const strokes = marks.map((mark) => JSON.stringify(mark));
    assert.ok(strokes.length > 0);
    assert.deepEqual(named(drawn, "split").flatMap(pieces).sort(), [...strokes].sort());
    assert.deepEqual(named(drawn, "split-gap").flatMap(pieces).sort(), [...strokes].sort());
  }
});

test("what is out of focus is dim, and what is lit is not and has the colour of its sign", () => {
  for (const one of each) for (const colours of palettes) for (const pick of [NODE, EDGE]) {
    const drawn = figure(one, colours, tokens, { pick });
    const lit = emphasis(one, { pick });
    const [heads] = named(drawn, "heads");
    one.links.forEach((link, i) => {
      const [arrow] = holding(drawn, "arrows", link.line);
      const color = { 1: colours.increases, "-1": colours.decreases }[link.sign];
      const expected = lit.links[link.id]
        ? [1, color, tokens.line.active] : [tokens.dim, colours.rest, tokens.line.rest];
      assert.deepEqual([arrow.opacity, arrow.line.color, arrow.line.width], expected, link.id);
      assert.deepEqual([heads.marker.opacity[i], heads.marker.color[i]], expected.slice(0, 2), link.id);
    });
    for (const { id, outline } of one.things) {
      const [frame] = holding(drawn, "frames", outline);
      const role = lit.things[id];
      const color = role === "chosen" ? colours.selected : role ? colours.ink : colours.rest;
      assert.deepEqual([frame.opacity, frame.line.color], [role ? 1 : tokens.dim, color], id);
    }
    assert.ok(Object.keys(lit.links).length < one.links.length);
  }
});

test("nothing is dim where nothing is picked", () => {
  for (const one of each) {
    const drawn = figure(one, palette, tokens);
    for (const { opacity, line } of named(drawn, "arrows", "frames", "split")) {
      assert.deepEqual([opacity, line.color], [1, palette.rest]);
    }
    assert.deepEqual(new Set(named(drawn, "heads")[0].marker.opacity), new Set([1]));
  }
});

test("only the chosen thing has a halo", () => {
  for (const one of each) {
    const halo = (view) => named(figure(one, palette, tokens, view), "halo").flatMap(pieces);
    const { outline } = one.things.find(({ id }) => `node:${id}` === NODE);
    assert.deepEqual(halo({ pick: NODE }), [JSON.stringify(outline)]);
    for (const view of [{}, { pick: EDGE }, { step: 2 }]) assert.deepEqual(halo(view), []);
  }
});

test("every text is drawn once, with its baseline and anchor, and none is ever faint", () => {
  for (const one of each) for (const colours of palettes) for (const view of VIEWS) {
    const drawn = texts(figure(one, colours, tokens, view));
    const shown = drawn.flatMap(({ text, x, y, textposition, textfont: { size } }) =>
      text.map((words, i) => JSON.stringify([words, x[i], y[i], textposition[i], size])));
    const counted = one.links.filter((link) => through(link, view.lens, view.accounts).counted);
    const labels = [
      ...one.zones, ...one.links.map(({ verb }) => verb), ...one.things.map(({ label }) => label),
      ...one.things.flatMap(({ badge }) => badge ?? []), ...counted.map(({ count }) => count),
    ];
    const side = { start: "bottom right", middle: "bottom center", end: "bottom left" };
    const expected = labels.map((label) =>
      JSON.stringify([written(label), label.x, label.y - label.size * 0.75, side[label.anchor], label.size]));
    assert.deepEqual(shown.sort(), expected.sort());
    for (const { opacity, textfont } of drawn) {
      assert.ok(opacity === undefined || opacity === 1);
      assert.ok([colours.ink, colours.muted, colours.rest].includes(textfont.color), textfont.color);
      assert.ok(textfont.size >= 12);
    }
  }
});

test("a name out of focus is lighter than one in focus", () => {
  const colourOf = (label) => texts(figure(scene, palette, tokens, { pick: NODE }))
    .find(({ name, text }) => name === label.role && text.includes(written(label))).textfont.color;
  const lit = emphasis(scene, { pick: NODE });
  for (const { id, label } of scene.things) {
    assert.equal(colourOf(label), lit.things[id] ? palette.ink : palette.muted, id);
  }
});

test("step numbers stand in rings, dim where their thing is out of focus", () => {
  for (const one of each) for (const view of [{}, { pick: NODE }]) {
    const lit = emphasis(one, view);
    const rings = named(figure(one, palette, tokens, view), "badges");
    for (const { id, badge } of one.things.filter((thing) => thing.badge)) {
      const middle = badge.y - badge.size * 0.36;
      const [ring, ...more] = rings.filter(({ x, y }) => x.some((at, i) => at === badge.x && y[i] === middle));
      assert.deepEqual(more, []);
      assert.equal(ring.opacity, !lit || lit.things[id] ? 1 : tokens.dim, id);
    }
  }
});

test("papers against are counted only through the lens on contested arrows", () => {
  const counts = (view) => texts(figure(scene, palette, tokens, view))
    .filter(({ name }) => name === "count").flatMap(({ text }) => text);
  const against = scene.links.filter(({ count }) => count).map(({ count }) => count.lines[0]);
  assert.ok(against.length > 0);
  assert.deepEqual(counts({ lens: "contested" }).sort(), against.sort());
  for (const view of [{}, { pick: NODE }, { lens: "people" }, { lens: "how" }]) assert.deepEqual(counts(view), []);
});

test("a lens lets arrows step back and dashes them, also those that a pick lights", () => {
  for (const lens of ["people", "contested", "how"]) for (const pick of ["", NODE]) {
    const view = { lens, pick };
    const drawn = figure(scene, palette, tokens, view);
    const lit = emphasis(scene, view);
    for (const link of scene.links) {
      const { away, dash } = through(link, lens);
      const [arrow] = holding(drawn, "arrows", link.line);
      assert.equal(arrow.line.dash, dash, link.id);
      assert.equal(arrow.opacity, away || (lit && !lit.links[link.id]) ? tokens.dim : 1, link.id);
    }
  }
});

test("the chosen arrow and its verb never step back", () => {
  for (const lens of ["all", "people", "contested"]) for (const link of scene.links) {
    const drawn = figure(scene, palette, tokens, { lens, pick: `edge:${link.id}` });
    const [arrow] = holding(drawn, "arrows", link.line);
    assert.deepEqual([arrow.opacity, arrow.line.width], [1, tokens.line.active], link.id);
    const { verb } = link;
    const top = verb.y - verb.size * 0.75;
    const [label] = texts(drawn).filter(({ x, y }) => x.some((at, i) => at === verb.x && y[i] === top));
    assert.equal(label.textfont.color, palette.muted, link.id);
  }
});

test("words cannot become markup", () => {
  const odd = structuredClone(scene);
  odd.things[0].label.lines = ["<b>a</b>", "b & c"];
  const words = texts(figure(odd, palette, tokens)).flatMap(({ text }) => text);
  assert.ok(words.includes("&lt;b>a&lt;/b><br>b &amp; c"));
  assert.ok(words.every((text) => !/<(?!br>)/.test(text)));
});

test("one px of the figure is one px of the scene, y grows downwards, and Plotly handles no input", () => {
  for (const one of each) {
    const { layout, config, data } = figure(one, palette, tokens);
    assert.deepEqual([layout.width, layout.height], [one.width, one.height]);
    assert.deepEqual([layout.xaxis.range, layout.yaxis.range], [[0, one.width], [one.height, 0]]);
    assert.deepEqual(layout.margin, { l: 0, r: 0, t: 0, b: 0, pad: 0 });
    assert.ok(layout.xaxis.fixedrange && layout.yaxis.fixedrange && !layout.xaxis.visible && !layout.yaxis.visible);
    assert.ok(config.staticPlot && !config.displayModeBar);
    assert.ok(data.every(({ hoverinfo, showlegend }) => hoverinfo === "skip" && showlegend === false));
  }
});
