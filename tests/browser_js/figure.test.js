// The Plotly figure: complete, at rest whatever is picked, and with the owner of each trace in its `uid`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { through } from "../../ui/browser/map/emphasis.js";
import { figure, ownerOf } from "../../ui/browser/map/figure.js";

const bundle = JSON.parse(readFileSync(process.env.BUNDLE, "utf8"));
const { tokens } = bundle;
const each = Object.values(bundle.scenes);
const palettes = Object.values(tokens.themes);
const [palette] = palettes;
const [scene] = each;

const NODE = "node:ampar";
const EDGE = "edge:trkb--mtorc1";
const LENSES = ["all", "people", "contested", "how"];
const VIEWS = [{}, ...LENSES.map((lens) => ({ lens })), { accounts: ["core"] }, { lens: "how", accounts: ["core"] }];

/** Run `check` on the figure of every scene in both palettes and every view. */
function everywhere(check) {
  for (const one of each)
    for (const colours of palettes)
      for (const view of VIEWS) {
        check({ one, colours, view, drawn: figure(one, colours, tokens, view) });
      }
}

const named = ({ data }, name) => data.filter((trace) => trace.name === name);

/** The one trace that is `part` of the thing or arrow `pick`. */
function owned({ data }, part, pick) {
  const found = data.filter(({ uid }) => uid === `${part}_${pick.replace(":", "_")}`);
  assert.equal(found.length, 1, `${part} ${pick}`);
  return found[0];
}

/** The polylines of a trace, which are parted by gaps. */
function pieces(trace) {
  const found = [[]];
  trace.x.forEach((x, i) => (x === null ? found.push([]) : found.at(-1).push([x, trace.y[i]])));
  assert.deepEqual(found.pop(), [], "a trace ends with a gap");
  return found;
}

const at = (value, i) => (Array.isArray(value) ? value[i] : value);
const places = ({ x, y }) => x.map((across, i) => [across, y[i]]);
/** Where a trace shows a marker: one of size 0 is not seen. */
const marked = (trace) => places(trace).filter((_, i) => at(trace.marker.size, i) > 0);

/** Every text of the traces, with all that says how it is written. */
const texts = (traces) =>
  traces
    .filter(({ mode }) => mode.includes("text"))
    .flatMap(({ text, textfont, ...trace }) =>
      places(trace)
        .map(([x, y], i) => ({
          words: text[i],
          x,
          y,
          position: at(trace.textposition, i),
          size: at(textfont.size, i),
          weight: at(textfont.weight, i),
          color: at(textfont.color, i),
        }))
        .filter(({ words }) => words),
    );

/** How `label` is to be written: the place is three quarters of the size above the baseline. */
const asWritten = ({ role, lines, x, y, anchor, size }, colours) => ({
  words: lines.map((line) => line.replace(/&/g, "&amp;").replace(/</g, "&lt;")).join("<br>"),
  x,
  y: y - size * 0.75,
  size,
  position: { start: "bottom right", middle: "bottom center", end: "bottom left" }[anchor],
  weight: ["name", "badge", "count"].includes(role) ? 700 : 400,
  color: ["name", "count"].includes(role) ? colours.ink : colours.muted,
});

const byText = (all) => all.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort();
const strokesOf = ({ split }) => (split ? [split.slice(0, 2), split.slice(2)] : []);

function frozen(value) {
  if (value && typeof value === "object") Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

test("the same input gives the same figure and is not changed", () => {
  everywhere(({ one, colours, view, drawn }) => {
    const input = structuredClone([one, colours, tokens, view]);
    assert.deepEqual(figure(...frozen(input)), drawn);
    assert.deepEqual(input, [one, colours, tokens, view]);
    assert.deepEqual(JSON.parse(JSON.stringify(drawn)), drawn, "it is plain data");
  });
});

test("no pick, way or step changes anything in it, and every lens does", () => {
  everywhere(({ one, colours, view, drawn }) => {
    const ways = { up: true, down: true };
    for (const more of [{ pick: NODE }, { pick: EDGE }, { pick: NODE, ways }, { step: 2 }]) {
      assert.deepEqual(figure(one, colours, tokens, { ...view, ...more }), drawn, JSON.stringify(more));
    }
  });
  const rest = figure(scene, palette, tokens);
  assert.deepEqual(figure(scene, palette, tokens, { lens: "all" }), rest);
  for (const lens of ["people", "contested", "how"]) {
    assert.notDeepEqual(figure(scene, palette, tokens, { lens }), rest, lens);
  }
});

test("each thing and each arrow has its traces, each once, and no other trace belongs to one", () => {
  everywhere(({ one, drawn }) => {
    const expected = [
      ...one.links.flatMap(({ id, split }) => [
        `line_edge_${id}`,
        `head_edge_${id}`,
        ...(split ? [`mark_edge_${id}`] : []),
      ]),
      ...one.things.flatMap(({ id }) => ["ground", "frame", "name"].map((part) => `${part}_node_${id}`)),
      ...one.things.filter(({ glyph }) => glyph).map(({ id }) => `glyph_node_${id}`),
    ];
    const uids = drawn.data.map(({ uid }) => uid);
    assert.deepEqual(uids.filter((uid) => uid.includes("_")).sort(), expected.sort());
    const others = uids.filter((uid) => !uid.includes("_"));
    for (const uid of others)
      assert.ok(["casing", "gap", "zone", "time", "key", "keymark", "keyhead", "count"].includes(uid), uid);
    assert.equal(new Set(others).size, others.length);
  });
});

test("the owner of a trace is read back from the class that Plotly makes of its uid", () => {
  for (const one of each)
    for (const { uid } of figure(one, palette, tokens).data) {
      if (!uid.includes("_")) {
        assert.equal(ownerOf(`trace scatter trace${uid}`), null);
        continue;
      }
      const [part, kind, id] = uid.split("_");
      const pick = `${kind}:${id}`;
      assert.deepEqual(ownerOf(`trace scatter trace${uid}`), { part, pick });
      assert.deepEqual(ownerOf(`trace scatter trace${uid} more`), { part, pick });
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

test("a uid can stand in the class that carries it, and in a selector for that class", () => {
  for (const one of each) for (const { uid } of figure(one, palette, tokens).data) assert.match(uid ?? "", /^[\w-]*$/);
});

test("every line lies on a casing in the colour of the ground, in the colour and width of rest", () => {
  everywhere(({ one, colours, drawn }) => {
    const [casing, ...more] = named(drawn, "casing");
    assert.deepEqual(more, []);
    assert.deepEqual(
      pieces(casing),
      one.links.map(({ line }) => line),
    );
    assert.deepEqual(casing.line, { color: colours.ground, width: tokens.line.rest + tokens.line.casing });
    for (const { id, line } of one.links) {
      const trace = owned(drawn, "line", `edge:${id}`);
      assert.deepEqual(pieces(trace), [line], id);
      assert.deepEqual([trace.line.color, trace.line.width], [colours.rest, tokens.line.rest], id);
      assert.equal(trace.opacity ?? 1, 1, id);
    }
  });
});

test("every thing has its outline twice: on a ground, and as a frame in the colour and width of rest", () => {
  everywhere(({ one, colours, drawn }) => {
    for (const { id, outline } of one.things) {
      const [ground, frame] = ["ground", "frame"].map((part) => owned(drawn, part, `node:${id}`));
      for (const trace of [ground, frame]) assert.deepEqual(pieces(trace), [outline], id);
      assert.deepEqual(ground.line, { color: colours.ground, width: tokens.frame.rest + tokens.frame.casing }, id);
      assert.deepEqual(frame.line, { color: colours.rest, width: tokens.frame.rest }, id);
      assert.equal(frame.opacity ?? 1, 1, id);
    }
  });
});

test("every sign stays inside the frame of its thing, in the colour of rest", () => {
  everywhere(({ one, colours, drawn }) => {
    for (const { id, glyph, x, y, half_width: half } of one.things.filter((thing) => thing.glyph)) {
      const trace = owned(drawn, "glyph", `node:${id}`);
      assert.equal(pieces(trace).length, tokens.drawn[glyph].length, id);
      assert.deepEqual([trace.line.color, trace.line.width], [colours.rest, tokens.frame.glyph], id);
      for (const [px, py] of pieces(trace).flat()) assert.ok(Math.hypot(px - x, py - y) < half, id);
    }
  });
});

test("a filled frame hides the picture under it, and others do not", () => {
  everywhere(({ one, colours, drawn }) => {
    for (const { id, filled } of one.things) {
      const { fill, fillcolor } = owned(drawn, "frame", `node:${id}`);
      assert.deepEqual([fill, fillcolor], filled ? ["toself", colours.ground] : [undefined, undefined], id);
    }
    assert.ok(one.things.some(({ filled }) => filled) && one.things.some(({ filled }) => !filled));
  });
});

test("every arrow has one head, at its tip, of its kind, in the colour of rest and not see-through", () => {
  everywhere(({ one, colours, drawn }) => {
    for (const link of one.links) {
      const head = owned(drawn, "head", `edge:${link.id}`);
      const { marker } = head;
      assert.deepEqual(marked(head), [link.tip], link.id);
      assert.equal(marker.symbol, { increases: "arrow", decreases: "line-ew", modulates: "diamond" }[link.head]);
      assert.equal(marker.angle, link.angle + 90, "Plotly's arrow looks up at 0");
      assert.deepEqual([marker.color, marker.line.color], [colours.rest, colours.rest], link.id);
      assert.equal(marker.line.width > 0, link.head === "decreases", "a bar is nothing but its outline");
      assert.equal(marker.opacity, 1, "Plotly's own answer for markers of several sizes is 0.7");
    }
  });
});

test("contested arrows have their mark over a gap, and no others have one", () => {
  everywhere(({ one, colours, drawn }) => {
    const contested = one.links.filter(({ split }) => split);
    assert.ok(contested.length > 0 && contested.length < one.links.length);
    for (const link of contested) {
      const mark = owned(drawn, "mark", `edge:${link.id}`);
      assert.deepEqual(pieces(mark), strokesOf(link), link.id);
      assert.deepEqual(mark.line, { color: colours.rest, width: tokens.line.split }, link.id);
    }
    const [gap, ...more] = named(drawn, "split-gap");
    assert.deepEqual(more, []);
    assert.deepEqual(pieces(gap), contested.flatMap(strokesOf));
    assert.equal(gap.line.color, colours.ground);
    assert.ok(gap.line.width > tokens.line.split);
  });
});

test("what hides lies under what it makes room for, and what is written lies on top of what is drawn", () => {
  everywhere(({ drawn }) => {
    const layer = ({ uid }) => uid.split("_")[0];
    const order = [
      "keymark",
      "keyhead",
      "casing",
      "line",
      "gap",
      "mark",
      "head",
      "ground",
      "frame",
      "glyph",
      "name",
      "zone",
      "time",
      "key",
      "count",
    ];
    const ranks = drawn.data.map((trace) => order.indexOf(layer(trace)));
    assert.ok(!ranks.includes(-1));
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    );
  });
});

test("a lens dashes the lines, and only a lens does", () => {
  everywhere(({ one, view, drawn }) => {
    for (const link of one.links) {
      const { dash } = through(link, view.lens, view.accounts);
      assert.equal(owned(drawn, "line", `edge:${link.id}`).line.dash, dash, link.id);
      if (!view.lens || ["all", "contested"].includes(view.lens)) assert.equal(dash, "solid");
    }
  });
  const dashes = (lens) =>
    new Set(
      scene.links.map(({ id }) => owned(figure(scene, palette, tokens, { lens }), "line", `edge:${id}`).line.dash),
    );
  for (const lens of ["people", "how"]) assert.ok(dashes(lens).size > 1, lens);
});

test("every text is written once, with its baseline, anchor, size, weight and colour, and none is faint", () => {
  everywhere(({ one, colours, view, drawn }) => {
    const labels = [
      ...one.zones,
      ...one.times,
      ...one.keys.map(({ label }) => label),
      ...one.links.map(({ verb }) => verb),
      ...one.things.map(({ label }) => label),
      ...one.things.flatMap(({ badge }) => badge ?? []),
      ...one.links.filter((link) => through(link, view.lens, view.accounts).counted).map(({ count }) => count),
    ];
    assert.deepEqual(byText(texts(drawn.data)), byText(labels.map((label) => asWritten(label, colours))));
    for (const { size } of texts(drawn.data)) assert.ok(size >= 12);
    for (const { mode, opacity } of drawn.data) if (mode.includes("text")) assert.equal(opacity ?? 1, 1);
  });
});

test("a verb stands with the head of its arrow, a name and a step number with their thing", () => {
  everywhere(({ one, colours, drawn }) => {
    const written = (part, pick) => texts([owned(drawn, part, pick)]);
    for (const { id, verb } of one.links) assert.deepEqual(written("head", `edge:${id}`), [asWritten(verb, colours)]);
    for (const { id, label, badge } of one.things) {
      const expected = [label, ...(badge ? [badge] : [])].map((one_) => asWritten(one_, colours));
      assert.deepEqual(written("name", `node:${id}`), expected, id);
    }
  });
});

test("step numbers stand in rings, and things without one have none", () => {
  everywhere(({ one, colours, drawn }) => {
    assert.ok(one.things.some(({ badge }) => badge) && one.things.some(({ badge }) => !badge));
    for (const { id, badge } of one.things) {
      const name = owned(drawn, "name", `node:${id}`);
      if (!badge) {
        assert.deepEqual([name.mode, name.marker], ["text", undefined], id);
        continue;
      }
      assert.equal(name.mode, "markers+text");
      assert.deepEqual(marked(name), [[badge.x, badge.y - badge.size * 0.36]], id);
      const { symbol, color, opacity, line } = name.marker;
      assert.deepEqual([symbol, color, opacity, line.color], ["circle", colours.ground, 1, colours.muted], id);
    }
  });
});

test("papers against are counted only through the lens on contested arrows", () => {
  const counts = (view) => texts(named(figure(scene, palette, tokens, view), "count")).map(({ words }) => words);
  const against = scene.links.filter(({ count }) => count).map(({ count }) => count.lines[0]);
  assert.ok(against.length > 0);
  assert.deepEqual(counts({ lens: "contested" }).sort(), against.sort());
  for (const view of [{}, { pick: NODE }, { lens: "people" }, { lens: "how" }]) assert.deepEqual(counts(view), []);
});

test("words cannot become markup", () => {
  const odd = structuredClone(scene);
  odd.things[0].label.lines = ["<b>a</b>", "b & c"];
  odd.links[0].verb.lines = ["<i>d"];
  const words = texts(figure(odd, palette, tokens).data).map((one) => one.words);
  assert.ok(words.includes("&lt;b>a&lt;/b><br>b &amp; c"));
  assert.ok(words.includes("&lt;i>d"));
  assert.ok(words.every((text) => !/<(?!br>)/.test(text)));
});

test("one px of the figure is one px of the scene, y grows downwards, and Plotly handles no input", () => {
  for (const one of each) {
    const { layout, config, data } = figure(one, palette, tokens);
    assert.deepEqual([layout.width, layout.height], [one.width, one.height]);
    assert.deepEqual(
      [layout.xaxis.range, layout.yaxis.range],
      [
        [0, one.width],
        [one.height, 0],
      ],
    );
    assert.deepEqual(layout.margin, { l: 0, r: 0, t: 0, b: 0, pad: 0 });
    assert.ok(layout.xaxis.fixedrange && layout.yaxis.fixedrange && !layout.xaxis.visible && !layout.yaxis.visible);
    assert.ok(config.staticPlot && !config.displayModeBar);
    assert.ok(data.every(({ hoverinfo, showlegend }) => hoverinfo === "skip" && showlegend === false));
  }
});
