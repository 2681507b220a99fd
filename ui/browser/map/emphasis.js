// What is lit, and what steps back: by a pick, by the step of a page, and by a lens. Pure.
// Picks look like "node:ampar" and "edge:a--b".

/** Split a pick into its kind and id; null where it is none. */
export function parse(pick) {
  const cut = (pick ?? "").indexOf(":");
  const kind = cut < 0 ? "" : pick.slice(0, cut);
  return kind === "node" || kind === "edge" ? { kind, id: pick.slice(cut + 1) } : null;
}

/** Whether `second` may follow `first` in time: what comes late cannot bring about what came early. */
const inTime = (first, second) => !(first?.phase === "sustained" && second?.phase === "acute");

/**
 * Ids of the arrows met when going from `start` along (+1) or against (-1) the arrows, `depth` steps far.
 * Each way remembers the last arrow on it that is bound to a phase, so that no way runs against time.
 */
export function reach(links, start, direction, depth = Infinity, from = undefined) {
  const found = new Set();
  const met = new Set();
  let edge = [{ at: start, by: from }];
  for (let step = 0; edge.length && step < depth; step += 1) {
    const next = [];
    for (const { at, by } of edge) {
      for (const link of links) {
        const [here, there] = direction > 0 ? [link.source, link.target] : [link.target, link.source];
        const fits = direction > 0 ? inTime(by, link) : inTime(link, by);
        const bound = link.phase === "both" ? by : link;
        const way = `${link.id} ${bound?.phase}`; // the same arrow may be met again by a way that leads further
        if (here === at && fits && !met.has(way)) {
          met.add(way);
          found.add(link.id);
          next.push({ at: there, by: bound });
        }
      }
    }
    edge = next;
  }
  return found;
}

function ofPick(scene, { kind, id }, ways) {
  const link = kind === "edge" ? scene.links.find((one) => one.id === id) : undefined;
  if (!link && !(kind === "node" && scene.things.some((one) => one.id === id))) return null;
  const near = link ? 0 : 1;
  const up = reach(scene.links, link ? link.source : id, -1, ways.up ? Infinity : near, link);
  const down = reach(scene.links, link ? link.target : id, 1, ways.down ? Infinity : near, link);
  const lit = { things: {}, links: {} };
  for (const one of scene.links) {
    if (!up.has(one.id) && !down.has(one.id)) continue;
    const role = up.has(one.id) ? "cause" : "effect";
    lit.links[one.id] = role;
    lit.things[one.source] ??= role;
    lit.things[one.target] ??= role;
  }
  if (link) {
    lit.links[link.id] = "chosen";
    lit.things[link.source] = "cause";
    lit.things[link.target] = "effect";
  } else {
    lit.things[id] = "chosen";
  }
  return lit;
}

function ofStep(scene, step) {
  const lit = { things: {}, links: {} };
  for (const thing of scene.things) if (thing.step === step) lit.things[thing.id] = "step";
  for (const link of scene.links) {
    if (link.step !== step) continue;
    lit.links[link.id] = "step";
    lit.things[link.source] ??= "cause";
  }
  return lit;
}

function ofMoment({ things, arrows }) {
  const step = (ids) => Object.fromEntries(ids.map((id) => [id, "step"]));
  return { things: step(things), links: step(arrows) };
}

/**
 * Roles of what is lit: "chosen", "cause", "effect" or "step"; all else is out of focus. `view` says what is picked,
 * whether the ways up and down go on to their ends, which moment of the story is told, and which step a page is about.
 * Returns null where nothing stands out.
 */
export function emphasis(scene, { pick = "", ways = {}, step = 0, moment = undefined } = {}) {
  const chosen = parse(pick);
  const lit = chosen && ofPick(scene, chosen, ways);
  if (lit) return lit;
  if (moment) return ofMoment(moment);
  return step ? ofStep(scene, step) : null;
}

const DASH = { animal: "dashed", cell: "dotted", inferred: "dotted" };

/** Whether every arrow of the chain belongs to an account that is switched on. */
export function active(link, accounts) {
  return !accounts?.length || link.accounts.every((names) => names.some((name) => accounts.includes(name)));
}

/** How a lens shows an arrow: whether it steps back, and its dash. */
export function through(link, lens = "all", accounts = []) {
  const away =
    !active(link, accounts) ||
    (lens === "people" && link.in_people === "none") ||
    (lens === "contested" && !link.contested);
  const some = lens === "people" && link.in_people === "some";
  const dash = lens === "how" ? DASH[link.in_whom] : some ? "dashed" : undefined;
  return { away, dash: dash ?? "solid" };
}

/**
 * What each thing and each arrow is in `view`: "chosen", "cause", "effect" or "step", "away" where it steps back from
 * a pick or through the lens, and "" where it rests. The chosen arrow never steps back.
 */
export function roles(scene, view) {
  const lit = emphasis(scene, view);
  const link = (one) => {
    const role = lit?.links[one.id];
    const back = (lit && !role) || (role !== "chosen" && through(one, view.lens, view.accounts).away);
    return back ? "away" : (role ?? "");
  };
  const links = new Map(scene.links.map((one) => [one.id, link(one)]));
  // A thing steps back with the last of its arrows.
  const rests = (id) =>
    scene.links.some((one) => [one.source, one.target].includes(id) && links.get(one.id) !== "away");
  const thing = (id) => (lit ? (lit.things[id] ?? "away") : rests(id) ? "" : "away");
  return new Map([
    ...scene.things.map(({ id }) => [`node:${id}`, thing(id)]),
    ...scene.links.map(({ id }) => [`edge:${id}`, links.get(id)]),
  ]);
}
