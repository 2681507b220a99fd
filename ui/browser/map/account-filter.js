// The picture of the accounts: of everything in it only what the page tells is drawn, each arrow as the page says it
// stands. `told` holds the arrows by id (side, mark, in_whom, contested, against, turns, says), the things by id with
// their arrows counted, and a sentence.

const TURNS = { appears: "+", doubted: "?", hardens: "↑", splits: "≠" };

let last = {};

/** `scene` with the things and arrows that are told, and these as they are told; itself where nothing is. Pure. */
export function narrowed(scene, told) {
  if (!told) return scene;
  const things = new Set(Object.keys(told.things));
  return {
    ...scene,
    things: scene.things.filter(({ id }) => things.has(id)),
    links: scene.links
      .filter(({ id }) => told.arrows[id])
      .map((link) => {
        const { in_whom, contested, against } = told.arrows[link.id];
        const count = contested && against && link.count ? { ...link.count, lines: [String(against)] } : null;
        return { ...link, in_whom: in_whom || "inferred", split: contested ? link.split : null, count };
      }),
  };
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
  const split = new Set(links.filter((link) => link.split).map(({ id }) => `edge:${id}`));
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
