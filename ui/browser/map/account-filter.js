// The picture of the accounts: of everything in it only what the page tells is drawn, each arrow as the page says it
// stands. `told` holds the arrows by id (side, mark, in_whom, contested, against, turns, says), the things by id with
// their arrows counted, and a sentence.

const TURNS = { appears: "+", doubted: "?", hardens: "↑", splits: "≠" };

let last = {};

/** `scene` with the things and arrows that are told, and these as they are told; itself where nothing is. Pure. */
export function narrowed(scene, told) {
  if (!told) return scene;
  return {
    ...scene,
    things: scene.things.filter(({ id }) => id in told.things),
    links: scene.links
      .filter(({ id }) => told.arrows[id])
      .map((link) => {
        const { in_whom, contested } = told.arrows[link.id];
        return { ...link, in_whom: in_whom || "inferred", contested: contested && link.contested };
      }),
  };
}

/** A trace without the stretches, or the texts, whose owners are not among those to `keep`. */
function withOnly(trace, keep) {
  const owners = trace.customdata.map(([id]) => id);
  const byText = "text" in trace;
  let at = 0;
  const of = trace.x.map((x) => owners[byText || x === null ? at++ : at]);
  const kept = (values) => values.filter((_, place) => keep(of[place]));
  return {
    ...trace,
    x: kept(trace.x),
    y: kept(trace.y),
    customdata: trace.customdata.filter(([id]) => keep(id)),
    ...(byText ? { text: kept(trace.text), textposition: kept(trace.textposition) } : {}),
  };
}

/** The traces of the whole picture with what is not told left out, and each arrow as it is told. Pure. */
export function narrowedTraces(traces, told) {
  if (!told) return traces;
  const { arrows, things } = told;
  const keeps = {
    casing: (id) => id in arrows,
    gap: (id) => arrows[id]?.contested,
    count: (id) => arrows[id]?.contested && arrows[id].against > 0,
  };
  return traces.flatMap((trace) => {
    if (trace.uid in keeps) {
      const left = withOnly(trace, keeps[trace.uid]);
      if (trace.uid !== "count") return [left];
      return [{ ...left, text: left.customdata.map(([id]) => String(arrows[id].against)) }];
    }
    if (!trace.customdata) return [trace]; // it belongs to the picture
    const [[id, kind]] = trace.customdata;
    if (kind === "node") return id in things ? [trace] : [];
    return arrows[id] && (arrows[id].contested || !trace.uid.startsWith("mark_")) ? [trace] : [];
  });
}

/** The narrowed scene: the same object as long as the same is told of the same `whole`. */
export function scene(whole, told) {
  if (!told) return whole;
  const key = JSON.stringify(told);
  if (last.whole !== whole || last.key !== key) last = { whole, key, scene: narrowed(whole, told) };
  return last.scene;
}

/** Words of the picture, with what is told of each arrow in place of what its papers say today. Pure. */
export function worded(bundle, told) {
  if (!told) return bundle;
  const links = Object.entries(told.arrows).map(([id, { says }]) => [id, { ...bundle.links[id], evidence: says }]);
  const things = Object.entries(told.things).map(([id, arrows]) => [id, { ...bundle.things[id], arrows }]);
  return { ...bundle, things: Object.fromEntries(things), links: Object.fromEntries(links) };
}

/** Take out of a first drawing what is not told, and the marks and styles that do not hold. */
export function pruned(drawing, { links, things }, told) {
  if (!told) return;
  const kept = new Set([...links.map(({ id }) => `edge:${id}`), ...things.map(({ id }) => `node:${id}`)]);
  const split = new Set(links.filter(({ contested }) => contested).map(({ id }) => `edge:${id}`));
  for (const group of drawing.querySelectorAll("[data-part]")) {
    if (!kept.has(group.dataset.part)) group.remove();
    else if (!split.has(group.dataset.part)) for (const mark of group.querySelectorAll(".mark")) mark.remove();
  }
}

/** Say on every part of a drawing whose it is. */
export function sided(drawing, told) {
  for (const group of drawing.querySelectorAll("[data-part]")) {
    const { side } = told?.arrows[group.dataset.part.slice(5)] ?? {};
    if (side) group.dataset.side = side;
    else delete group.dataset.side;
  }
}

/** Write on the button of an arrow whose it is and what the year did to it, for the eye and as part of its name. */
export function signed(button, pick, told) {
  const { side, mark, turns } = told?.arrows[pick.slice(5)] ?? {};
  if (!side || pick.startsWith("node:")) return;
  button.setAttribute("aria-label", `${button.getAttribute("aria-label")}. ${told.arrows[pick.slice(5)].says}`);
  const turned = turns
    .map((turn) => TURNS[turn])
    .filter(Boolean)
    .join("");
  Object.assign(button.dataset, { side, ...(mark ? { mark } : {}), ...(turned ? { turned } : {}) });
}
