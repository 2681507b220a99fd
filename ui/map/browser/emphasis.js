// Which things and arrows are lit when one of them is picked. Pure; ids look like "node:ampar" and "edge:a--b".

/** Split a pick into its kind and id; null where it is none. */
export function parse(pick) {
  const cut = (pick ?? "").indexOf(":");
  const kind = cut < 0 ? "" : pick.slice(0, cut);
  return kind === "node" || kind === "edge" ? { kind, id: pick.slice(cut + 1) } : null;
}

/** Arrows met when going from `start` along (+1) or against (-1) the arrows of the scene, `depth` steps far. */
export function reach(links, start, direction, depth = Infinity) {
  const found = new Set();
  let edge = [start];
  for (let step = 0; edge.length && step < depth; step += 1) {
    const next = [];
    for (const link of links) {
      const [here, there] = direction > 0 ? [link.source, link.target] : [link.target, link.source];
      if (edge.includes(here) && !found.has(link.id)) {
        found.add(link.id);
        next.push(there);
      }
    }
    edge = next;
  }
  return found;
}

/**
 * Roles of everything that a pick lights: "chosen", "cause" or "effect"; all else is out of focus.
 * With `whole` it goes the whole way up and down, otherwise only to the neighbours.
 * Returns null where nothing of the scene is picked.
 */
export function emphasis(scene, pick, whole = false) {
  const chosen = parse(pick);
  const link = chosen?.kind === "edge" ? scene.links.find(({ id }) => id === chosen.id) : undefined;
  const known = link ?? (chosen?.kind === "node" && scene.things.find(({ id }) => id === chosen.id));
  if (!known) return null;
  const depth = whole ? Infinity : link ? 0 : 1;
  const up = reach(scene.links, link ? link.source : chosen.id, -1, depth);
  const down = reach(scene.links, link ? link.target : chosen.id, 1, depth);
  const lit = { things: {}, links: {} };
  for (const { id, source, target } of scene.links) {
    if (up.has(id)) {
      lit.links[id] = "cause";
      lit.things[source] ??= "cause";
      lit.things[target] ??= "cause";
    }
    if (down.has(id)) {
      lit.links[id] = "effect";
      lit.things[target] = lit.things[target] ?? "effect";
      lit.things[source] = lit.things[source] ?? "effect";
    }
  }
  if (link) {
    lit.links[link.id] = "chosen";
    lit.things[link.source] = "cause";
    lit.things[link.target] = "effect";
  } else {
    lit.things[chosen.id] = "chosen";
  }
  return lit;
}
