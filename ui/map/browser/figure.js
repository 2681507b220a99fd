// The Plotly figure of a scene: traces grouped by style, so that their number does not grow with the map. Pure.

import { emphasis, through } from "./emphasis.js";

const HEADS = { increases: "arrow", decreases: "line-ew", modulates: "diamond" };
const WEIGHT = { name: 700, badge: 700, count: 700, verb: 400, zone: 400 };

/** Append a polyline to a trace, with a gap before the next one. */
function stroke(trace, points) {
  for (const [x, y] of points) {
    trace.x.push(x);
    trace.y.push(y);
  }
  trace.x.push(null);
  trace.y.push(null);
}

const lines = (name, color, width, extra = {}) => ({
  type: "scatter", mode: "lines", name, x: [], y: [], hoverinfo: "skip", showlegend: false,
  line: { color, width, ...extra.line }, ...(extra.opacity ? { opacity: extra.opacity } : {}),
  ...(extra.fill ? { fill: "toself", fillcolor: extra.fill } : {}),
});

/** Colour, weight, dash and opacity of an arrow; `lit` is null where nothing stands out. */
function linkStyle(link, { lit, view, palette, tokens }) {
  const role = lit?.links[link.id];
  const { away, dash } = through(link, view.lens, view.accounts);
  const back = away || (lit && !role);
  if (role === "chosen" || (role && !away)) {
    const color = link.sign > 0 ? palette.increases : palette.decreases;
    return { color, width: tokens.line.active, dash, opacity: 1 };
  }
  return { color: palette.rest, width: tokens.line.rest, dash, opacity: back ? tokens.dim : 1 };
}

function thingStyle(role, lit, palette, tokens) {
  if (role === "chosen") return { color: palette.selected, width: tokens.frame.active, opacity: 1 };
  if (role) return { color: palette.ink, width: tokens.frame.active, opacity: 1 };
  return { color: palette.rest, width: tokens.frame.rest, opacity: lit ? tokens.dim : 1 };
}

/** Gather items of one style into one trace each; `make` creates the trace of a style. */
function grouped(items, styleOf, make, add) {
  const traces = new Map();
  for (const item of items) {
    const style = styleOf(item);
    const key = JSON.stringify(style);
    if (!traces.has(key)) traces.set(key, make(style));
    add(traces.get(key), item);
  }
  return [...traces.values()];
}

function linkTraces(scene, look) {
  const { palette, tokens } = look;
  const style = (link) => linkStyle(link, look);
  const casing = lines("casing", palette.ground, tokens.line.rest + tokens.line.casing, { opacity: 0.8 });
  for (const link of scene.links) stroke(casing, link.line);
  const drawn = grouped(
    scene.links, style,
    ({ color, width, dash, opacity }) => lines("arrows", color, width, { opacity, line: { dash } }),
    (trace, link) => stroke(trace, link.line),
  );
  const heads = {
    type: "scatter", mode: "markers", name: "heads", hoverinfo: "skip", showlegend: false, x: [], y: [], ids: [],
    marker: { symbol: [], angle: [], color: [], size: [], opacity: [], line: { color: [], width: [] } },
  };
  for (const link of scene.links) {
    const { color, width, opacity } = style(link);
    const bar = link.head === "decreases";
    const { marker } = heads;
    heads.x.push(link.tip[0]);
    heads.y.push(link.tip[1]);
    heads.ids.push(`edge:${link.id}`);
    marker.symbol.push(HEADS[link.head]);
    marker.angle.push(link.angle + 90);
    marker.color.push(color);
    marker.opacity.push(opacity);
    marker.size.push(bar ? tokens.line.head * 2.4 : tokens.line.head * 1.6);
    marker.line.color.push(color);
    marker.line.width.push(bar ? width + 2 : 0);
  }
  const contested = scene.links.filter((link) => link.split);
  const gap = lines("split-gap", palette.ground, tokens.line.split + 2.5);
  for (const { split } of contested) {
    stroke(gap, split.slice(0, 2));
    stroke(gap, split.slice(2));
  }
  const splits = grouped(
    contested, (link) => ({ ...style(link), width: tokens.line.split, dash: "solid" }),
    ({ color, width, opacity }) => lines("split", color, width, { opacity }),
    (trace, { split }) => { stroke(trace, split.slice(0, 2)); stroke(trace, split.slice(2)); },
  );
  return [casing, ...drawn, heads, gap, ...splits];
}

function thingTraces(scene, { palette, tokens, lit }) {
  const chosen = scene.things.filter(({ id }) => lit?.things[id] === "chosen");
  const halo = lines("halo", palette.selected, tokens.frame.halo, { opacity: 0.25 });
  for (const { outline } of chosen) stroke(halo, outline);
  const casing = lines("frame-casing", palette.ground, tokens.frame.rest + tokens.frame.casing, { opacity: 0.85 });
  for (const { outline } of scene.things) stroke(casing, outline);
  const frames = grouped(
    scene.things,
    (thing) => ({ ...thingStyle(lit?.things[thing.id], lit, palette, tokens), fill: thing.filled ? palette.ground : "" }),
    ({ color, width, opacity, fill }) => lines("frames", color, width, { opacity, fill }),
    (trace, { outline }) => stroke(trace, outline),
  );
  return [halo, casing, ...frames];
}

// Out of focus a name is lighter in weight and colour, never faint: its contrast stays that of text.
const INK = { name: ["ink", "muted"], count: ["ink", "ink"], badge: ["muted", "rest"], verb: ["muted", "rest"], zone: ["muted", "rest"] };

/** Text stands with its first baseline at `y`: Plotly puts the baseline three quarters of the size below the point. */
function textTraces(labels, palette, tokens, away = false) {
  return grouped(
    labels, ({ role, size }) => ({ role, size }),
    ({ role, size }) => ({
      type: "scatter", mode: "text", name: role, hoverinfo: "skip", showlegend: false,
      x: [], y: [], text: [], textposition: [],
      textfont: {
        family: `${tokens.font.family}, ${tokens.font.fallback}`, size, weight: WEIGHT[role],
        color: palette[INK[role][away ? 1 : 0]],
        shadow: [1, 2, 2, 3, 3].map((blur) => `0 0 ${blur}px ${palette.ground}`).join(", "),
      },
    }),
    (trace, { lines: rows, x, y, anchor, size }) => {
      trace.x.push(x);
      trace.y.push(y - size * 0.75);
      trace.text.push(rows.map(escaped).join("<br>"));
      trace.textposition.push(`bottom ${{ start: "right", middle: "center", end: "left" }[anchor]}`);
    },
  );
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function badgeTrace(badges, palette, tokens, opacity) {
  return {
    type: "scatter", mode: "markers", name: "badges", hoverinfo: "skip", showlegend: false, opacity,
    x: badges.map(({ x }) => x), y: badges.map(({ y, size }) => y - size * 0.36),
    marker: { symbol: "circle", size: 18, color: palette.ground, line: { color: palette.muted, width: 1.4 } },
  };
}

/** Texts and step numbers, split into those that stand out and those that step back. */
function texts(scene, { lit, view }) {
  const all = { shown: [...scene.zones], away: [], badges: [], awayBadges: [] };
  for (const link of scene.links) {
    const lens = through(link, view.lens, view.accounts);
    const role = lit?.links[link.id];
    const back = role !== "chosen" && (lens.away || (lit && !role));
    (back ? all.away : all.shown).push(link.verb);
    if (lens.counted) all.shown.push(link.count);
  }
  for (const thing of scene.things) {
    const back = lit && !lit.things[thing.id];
    (back ? all.away : all.shown).push(thing.label);
    if (thing.badge) (back ? all.awayBadges : all.badges).push(thing.badge);
  }
  return all;
}

/**
 * The figure of `scene` as `view` asks: { pick, ways, step, lens, accounts }, all optional.
 * The same scene, palette, tokens and view always give the same figure.
 */
export function figure(scene, palette, tokens, view = {}) {
  const look = { palette, tokens, view, lit: emphasis(scene, view) };
  const { shown, away, badges, awayBadges } = texts(scene, look);
  const axis = { visible: false, fixedrange: true, automargin: false };
  return {
    data: [
      ...linkTraces(scene, look),
      ...thingTraces(scene, look),
      badgeTrace(badges, palette, tokens, 1),
      badgeTrace(awayBadges, palette, tokens, tokens.dim),
      ...textTraces([...shown, ...badges], palette, tokens),
      ...textTraces([...away, ...awayBadges], palette, tokens, true),
    ],
    layout: {
      width: scene.width, height: scene.height, margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", hovermode: false, showlegend: false,
      xaxis: { ...axis, range: [0, scene.width] }, yaxis: { ...axis, range: [scene.height, 0] },
    },
    config: { staticPlot: true, displaylogo: false, displayModeBar: false, responsive: false, showSendToCloud: false },
  };
}
