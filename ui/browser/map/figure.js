// The Plotly figure of a scene, at rest: each thing and each arrow has traces of its own, so that a role lights them
// in the page's style sheet and nothing is drawn anew. Pure.

import { through } from "./emphasis.js";

const HEADS = { increases: "arrow", decreases: "line-ew", modulates: "diamond" };
const WEIGHT = { name: 700, badge: 700, count: 700, verb: 400, zone: 400, time: 400, key: 400 };
const INK = { name: "ink", count: "ink", badge: "muted", verb: "muted", zone: "muted", time: "muted", key: "muted" };
const SIDE = { start: "right", middle: "center", end: "left" };

/**
 * What a trace belongs to travels as its `uid`, which Plotly writes on the group that it draws. Plotly also looks for it
 * by a selector when the trace goes, so it holds nothing that a class in a style sheet may not. Every trace has one:
 * one without would take that of whichever stood in its place before.
 */
const owned = (part, pick) => ({ uid: `${part}_${pick.replace(":", "_")}`, meta: pick });

const base = { type: "scatter", hoverinfo: "skip", showlegend: false };

/** A trace of polylines, with a gap after each. */
function lines(name, color, width, polylines, extra = {}) {
  const x = [];
  const y = [];
  for (const points of polylines) {
    for (const [px, py] of points) {
      x.push(px);
      y.push(py);
    }
    x.push(null);
    y.push(null);
  }
  const { dash, fill, ...rest } = extra;
  return {
    ...base,
    mode: "lines",
    name,
    x,
    y,
    line: { color, width, ...(dash ? { dash } : {}) },
    ...(fill ? { fill: "toself", fillcolor: fill } : {}),
    ...rest,
  };
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** A trace of texts of one size and role: Plotly puts the baseline three quarters of the size below the point. */
function texts(labels, palette, tokens, extra = {}) {
  const [{ role, size }] = labels;
  return {
    ...base,
    mode: "text",
    name: role,
    ...extra,
    x: labels.map(({ x }) => x),
    y: labels.map(({ y }) => y - size * 0.75),
    text: labels.map((label) => label.lines.map(escaped).join("<br>")),
    textposition: labels.map(({ anchor }) => `bottom ${SIDE[anchor]}`),
    textfont: {
      family: `${tokens.font.family}, ${tokens.font.fallback}`,
      size,
      weight: WEIGHT[role],
      color: palette[INK[role]],
      shadow: [1, 2, 2, 3, 3].map((blur) => `0 0 ${blur}px ${palette.ground}`).join(", "),
    },
  };
}

/** The head of an arrow and its verb: two points of one trace, of which each has only the one. */
function headAndVerb(link, palette, tokens) {
  const bar = link.head === "decreases";
  const { tip, verb } = link;
  const said = texts([verb], palette, tokens);
  return {
    ...said,
    mode: "markers+text",
    name: "head",
    ...owned("head", `edge:${link.id}`),
    x: [tip[0], ...said.x],
    y: [tip[1], ...said.y],
    text: ["", ...said.text],
    textposition: ["bottom center", ...said.textposition],
    marker: {
      symbol: HEADS[link.head],
      angle: link.angle + 90,
      color: palette.rest,
      opacity: 1, // Plotly makes it 0.7 where there are several sizes
      size: [bar ? tokens.line.head * 2.4 : tokens.line.head * 1.6, 0],
      line: { color: palette.rest, width: bar ? tokens.line.rest + 2 : 0 },
    },
  };
}

function linkTraces(scene, { palette, tokens, view }) {
  const { links } = scene;
  const { rest, casing, split } = tokens.line;
  const contested = links.filter((link) => link.split);
  const strokes = (link) => [link.split.slice(0, 2), link.split.slice(2)];
  return [
    lines(
      "casing",
      palette.ground,
      rest + casing,
      links.map(({ line }) => line),
      { opacity: 0.8, uid: "casing" },
    ),
    ...links.map((link) =>
      lines("arrow", palette.rest, rest, [link.line], {
        dash: through(link, view.lens, view.accounts).dash,
        ...owned("line", `edge:${link.id}`),
      }),
    ),
    lines("split-gap", palette.ground, split + 2.5, contested.flatMap(strokes), { uid: "gap" }),
    ...contested.map((link) => lines("split", palette.rest, split, strokes(link), owned("mark", `edge:${link.id}`))),
    ...links.map((link) => headAndVerb(link, palette, tokens)),
  ];
}

/** The name of a thing and, where a step begins at it, the number of the step in its ring. */
function nameAndBadge(thing, palette, tokens) {
  const name = texts([thing.label], palette, tokens, owned("name", `node:${thing.id}`));
  if (!thing.badge) return name;
  const { x, y, size } = thing.badge;
  const number = texts([thing.badge], palette, tokens);
  const both = (of) => [...of(name), ...of({ ...number, x: [x], y: [y - size * 0.36], text: [""] }), ...of(number)];
  const font = (key) => [name, number, number].map(({ textfont }) => textfont[key]);
  return {
    ...name,
    mode: "markers+text",
    x: both((one) => one.x),
    y: both((one) => one.y),
    text: both((one) => one.text),
    textposition: both((one) => one.textposition),
    textfont: { ...name.textfont, size: font("size"), weight: font("weight"), color: font("color") },
    marker: {
      symbol: "circle",
      size: [0, 18, 0],
      color: palette.ground,
      opacity: 1,
      line: { color: palette.muted, width: 1.4 },
    },
  };
}

/** The marks of the key, whose words are among the other texts. */
function keyTraces({ keys }, { palette, tokens: { line } }) {
  const marks = keys.flatMap((key) => key.lines);
  if (!marks.length) return [];
  const heads = keys.flatMap((key) => key.heads);
  return [
    lines("key-mark", palette.rest, line.split, marks, { uid: "keymark" }),
    lines("key-head", palette.rest, 0, heads, { uid: "keyhead", fill: palette.rest }),
  ];
}

function thingTraces(scene, { palette, tokens }) {
  const { rest, casing } = tokens.frame;
  const of = ({ id }, part) => owned(part, `node:${id}`);
  return [
    ...scene.things.map((thing) =>
      lines("ground", palette.ground, rest + casing, [thing.outline], {
        opacity: 0.85,
        ...of(thing, "ground"),
      }),
    ),
    ...scene.things.map((thing) =>
      lines("frame", palette.rest, rest, [thing.outline], {
        ...(thing.filled ? { fill: palette.ground } : {}),
        ...of(thing, "frame"),
      }),
    ),
    ...scene.things
      .filter(({ glyph }) => glyph)
      .map((thing) =>
        lines(
          "glyph",
          palette.rest,
          tokens.frame.glyph,
          tokens.drawn[thing.glyph].map((points) =>
            points.map(([x, y]) => [thing.x + x * thing.glyph_half, thing.y + y * thing.glyph_half]),
          ),
          of(thing, "glyph"),
        ),
      ),
    ...scene.things.map((thing) => nameAndBadge(thing, palette, tokens)),
  ];
}

/** Texts that belong to the picture or to the lens, not to what can be picked. */
function otherTexts(scene, { palette, tokens, view }) {
  const counts = scene.links
    .filter((link) => through(link, view.lens, view.accounts).counted)
    .map(({ count }) => count);
  const keys = scene.keys.map(({ label }) => label);
  return [scene.zones, scene.times, keys, counts]
    .filter((labels) => labels.length)
    .map((labels) => texts(labels, palette, tokens, { uid: labels[0].role }));
}

/**
 * The figure of `scene` through the lens and the accounts of `view`, both optional; what is lit is not its business.
 * The same scene, palette, tokens and view always give the same figure.
 */
export function figure(scene, palette, tokens, view = {}) {
  const look = { palette, tokens, view };
  const axis = { visible: false, fixedrange: true, automargin: false };
  return {
    data: [
      ...keyTraces(scene, look),
      ...linkTraces(scene, look),
      ...thingTraces(scene, look),
      ...otherTexts(scene, look),
    ],
    layout: {
      width: scene.width,
      height: scene.height,
      margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      hovermode: false,
      showlegend: false,
      xaxis: { ...axis, range: [0, scene.width] },
      yaxis: { ...axis, range: [scene.height, 0] },
    },
    config: { staticPlot: true, displaylogo: false, displayModeBar: false, responsive: false, showSendToCloud: false },
  };
}

/** What a group that Plotly drew is and belongs to, from the class that carries its trace's `uid`; null for others. */
export function ownerOf(className) {
  const [, part, kind, id] = /\btrace([a-z]+)_(node|edge)_(\S+)/.exec(className) ?? [];
  return part ? { part, pick: `${kind}:${id}` } : null;
}
