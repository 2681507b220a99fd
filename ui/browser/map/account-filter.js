// The picture of the accounts: of everything in it only what the page shows is drawn, and each arrow as the page says.

/** Signs of what the evidence of a year did to an arrow.
 * @type {Record<string, string>} */
const TURNS = { appears: "+", doubted: "?", hardens: "↑", splits: "≠" };

/** @type {{ whole?: Scene, key?: string, scene?: Scene }} */
let last = {};

/**
 * The things and arrows of a scene that the page shows, and these as it says; the scene itself where it says nothing.
 * Pure.
 * @param {Scene} scene
 * @param {AccountPicture | null} shown
 * @returns {Scene}
 */
export function filterScene(scene, shown) {
  if (!shown) return scene;
  const things = scene.things.filter(({ id }) => id in shown.things);
  const links = scene.links.filter(({ id }) => id in shown.arrows);
  return {
    ...scene,
    things,
    links: links.map((link) => {
      const { in_whom, contested } = shown.arrows[link.id];
      return { ...link, in_whom: in_whom || "inferred", contested: contested && link.contested };
    }),
  };
}

/**
 * The filtered scene: the same object as long as the same of the same scene is shown.
 * @param {Scene} whole
 * @param {AccountPicture | null} shown
 */
export function filteredScene(whole, shown) {
  if (!shown) return whole;
  const key = JSON.stringify(shown);
  if (last.scene && last.whole === whole && last.key === key) return last.scene;
  const scene = filterScene(whole, shown);
  last = { whole, key, scene };
  return scene;
}

/**
 * A trace with only the stretches, or the texts, of the owners to `keep`.
 * @param {Trace} trace
 * @param {(id: string) => boolean} keep
 */
function withOnly(trace, keep) {
  const { text, textposition, customdata = [] } = trace;
  const owners = ownersOf(trace);
  /** @type {<Value>(values: Value[]) => Value[]} */
  const kept = (values) => values.filter((_, place) => keep(owners[place]));
  /** @type {Trace} */
  const left = { ...trace, x: kept(trace.x), y: kept(trace.y), customdata: customdata.filter(([id]) => keep(id)) };
  if (text) left.text = kept(text);
  if (textposition) left.textposition = kept(textposition);
  return left;
}

/**
 * Ids of what each point of a trace belongs to: each text has an owner, and each stretch of a line up to its gap.
 * @param {Trace} trace
 */
function ownersOf({ x, text, customdata = [] }) {
  let stretch = 0;
  return x.map((value, place) => {
    const owner = customdata[text ? place : stretch]?.[0] ?? "";
    if (value === null) stretch += 1;
    return owner;
  });
}

/**
 * The traces of the whole picture without what the page does not show, and each arrow as it says. Pure.
 * @param {Trace[]} traces
 * @param {AccountPicture | null} shown
 */
export function filterTraces(traces, shown) {
  if (!shown) return traces;
  const { arrows, things } = shown;
  return traces.flatMap((trace) => {
    if (trace.uid === "casing") return [withOnly(trace, (id) => id in arrows)];
    if (trace.uid === "gap") return [withOnly(trace, (id) => Boolean(arrows[id]?.contested))];
    if (trace.uid === "count") {
      const left = withOnly(trace, (id) => arrows[id]?.contested && arrows[id].against > 0);
      return [{ ...left, text: left.customdata?.map(([id]) => String(arrows[id].against)) }];
    }
    if (!trace.customdata) return [trace]; // it belongs to the picture
    const [[id, kind]] = trace.customdata;
    if (kind === "node") return id in things ? [trace] : [];
    return id in arrows && (arrows[id].contested || !trace.uid.startsWith("mark_")) ? [trace] : [];
  });
}

/**
 * Words of the picture, with what the page says of each arrow in place of what its papers say today. Pure.
 * @param {Bundle} bundle
 * @param {AccountPicture | null} shown
 * @returns {Bundle}
 */
export function filterWords(bundle, shown) {
  if (!shown) return bundle;
  const links = Object.entries(shown.arrows).map(([id, { says }]) => [id, { ...bundle.links[id], evidence: says }]);
  const things = Object.entries(shown.things).map(([id, arrows]) => [id, { ...bundle.things[id], arrows }]);
  return { ...bundle, things: Object.fromEntries(things), links: Object.fromEntries(links) };
}

/**
 * The groups of a drawing that belong to a thing or an arrow.
 * @param {Element} drawing
 * @returns {NodeListOf<HTMLElement>}
 */
export const partsOf = (drawing) => drawing.querySelectorAll("[data-part]");

/**
 * Take out of a first drawing what a filtered scene does not have, and the marks of arrows that are not contested.
 * @param {Element} drawing
 * @param {Scene} scene
 * @param {AccountPicture | null} shown
 */
export function pruneDrawing(drawing, { links, things }, shown) {
  if (!shown) return;
  const kept = new Set([...links.map(({ id }) => `edge:${id}`), ...things.map(({ id }) => `node:${id}`)]);
  const contested = new Set(links.filter((link) => link.contested).map(({ id }) => `edge:${id}`));
  for (const group of partsOf(drawing)) {
    const { part = "" } = group.dataset;
    if (!kept.has(part)) group.remove();
    else if (!contested.has(part)) for (const mark of group.querySelectorAll(".mark")) mark.remove();
  }
}

/**
 * Say on every part of a drawing which of two accounts it belongs to.
 * @param {Element} drawing
 * @param {AccountPicture | null} shown
 */
export function markSides(drawing, shown) {
  for (const { dataset } of partsOf(drawing)) {
    const side = shown?.arrows[dataset.part?.slice(5) ?? ""]?.side;
    if (side) dataset.side = side;
    else delete dataset.side;
  }
}

/**
 * Write on the button of an arrow which accounts it belongs to and what the year changed, also as part of its name.
 * @param {HTMLElement} button
 * @param {PartId} pick
 * @param {AccountPicture | null} shown
 */
export function labelButton(button, pick, shown) {
  const arrow = pick.startsWith("edge:") ? shown?.arrows[pick.slice(5)] : undefined;
  if (!arrow?.side) return;
  button.setAttribute("aria-label", `${button.getAttribute("aria-label")}. ${arrow.says}`);
  const turned = arrow.turns.map((turn) => TURNS[turn] ?? "").join("");
  button.dataset.side = arrow.side;
  if (arrow.mark) button.dataset.mark = arrow.mark;
  if (turned) button.dataset.turned = turned;
}
