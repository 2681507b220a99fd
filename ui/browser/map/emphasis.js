// What is lit, and what steps back: by a selection, by the step of a page, and by a lens. Pure.

/** Ids of things and of links with their roles.
 * @typedef {{ things: Record<string, Role>, links: Record<string, Role> }} Lit */

/**
 * What the map is to show: what is selected, whether the ways up and down go on to their ends, the moment of the story,
 * the step that a page is about, the lens, and the accounts that are switched on.
 * @typedef {{
 *   pick?: PartId,
 *   ways?: Ways,
 *   moment?: Pick<Moment, "things" | "arrows">,
 *   step?: number,
 *   lens?: Lens,
 *   accounts?: string[],
 * }} Shown
 */

/** What a link has to do with time and direction. @typedef {Pick<Link, "id" | "source" | "target" | "phase">} Way */

/**
 * Split what is selected into its kind and id; null where it is none.
 * @param {PartId | null | undefined} pick
 */
export function parse(pick) {
  const [, kind, id] = /^(node|edge):(.*)$/s.exec(pick ?? "") ?? [];
  return kind ? { kind, id } : null;
}

/**
 * Whether `second` may follow `first` in time: what comes late cannot bring about what came early.
 * @param {Pick<Link, "phase"> | undefined} first
 * @param {Pick<Link, "phase"> | undefined} second
 */
const inTime = (first, second) => !(first?.phase === "sustained" && second?.phase === "acute");

/**
 * Ids of the arrows met when going from the thing `start` along (1) or against (-1) the arrows, `depth` steps far.
 * Each way remembers the last arrow on it that is bound to a phase, so that no way runs against time.
 * @param {Way[]} links
 * @param {string} start
 * @param {1 | -1} direction
 * @param {Way} [from] the arrow that leads to the start
 */
export function reach(links, start, direction, depth = Infinity, from = undefined) {
  /** @type {Set<string>} */
  const found = new Set();
  const met = new Set();
  let edge = [{ at: start, by: from }];
  for (let step = 0; edge.length && step < depth; step += 1) {
    const next = [];
    for (const { at, by } of edge) {
      for (const link of links) {
        const [here, there] = direction > 0 ? [link.source, link.target] : [link.target, link.source];
        if (here !== at) continue;
        if (direction > 0 ? !inTime(by, link) : !inTime(link, by)) continue;
        const bound = link.phase === "both" ? by : link;
        const way = `${link.id} ${bound?.phase}`; // the same arrow may be met again by a way that leads further
        if (met.has(way)) continue;
        met.add(way);
        found.add(link.id);
        next.push({ at: there, by: bound });
      }
    }
    edge = next;
  }
  return found;
}

/**
 * @param {Scene} scene
 * @param {{ kind: string, id: string }} chosen
 * @param {Ways} ways
 */
function ofPick(scene, { kind, id }, ways) {
  const link = kind === "edge" ? scene.links.find((one) => one.id === id) : undefined;
  if (!link && !(kind === "node" && scene.things.some((one) => one.id === id))) return null;
  const near = link ? 0 : 1;
  const up = reach(scene.links, link ? link.source : id, -1, ways.up ? Infinity : near, link);
  const down = reach(scene.links, link ? link.target : id, 1, ways.down ? Infinity : near, link);
  /** @type {Lit} */
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
  } else lit.things[id] = "chosen";
  return lit;
}

/**
 * @param {Scene} scene
 * @param {number} step
 */
function ofStep(scene, step) {
  /** @type {Lit} */
  const lit = { things: {}, links: {} };
  for (const thing of scene.things) if (thing.step === step) lit.things[thing.id] = "step";
  for (const link of scene.links) {
    if (link.step !== step) continue;
    lit.links[link.id] = "step";
    lit.things[link.source] ??= "cause";
  }
  return lit;
}

/**
 * @param {Pick<Moment, "things" | "arrows">} moment
 * @returns {Lit}
 */
function ofMoment({ things, arrows }) {
  /** @type {(ids: string[]) => Record<string, Role>} */
  const step = (ids) => Object.fromEntries(ids.map((id) => [id, "step"]));
  return { things: step(things), links: step(arrows) };
}

/**
 * Roles of what is lit: "chosen", "cause", "effect" or "step"; all else is out of focus. Null where nothing stands out.
 * @param {Scene} scene
 * @param {Shown} shown
 */
export function emphasis(scene, { pick = "", ways = {}, step = 0, moment = undefined } = {}) {
  const chosen = parse(pick);
  const lit = chosen && ofPick(scene, chosen, ways);
  if (lit) return lit;
  if (moment) return ofMoment(moment);
  return step ? ofStep(scene, step) : null;
}

/**
 * Whether every arrow of the chain belongs to an account that is switched on.
 * @param {Pick<Link, "accounts">} link
 * @param {string[] | undefined} accounts
 */
export function active(link, accounts) {
  return !accounts?.length || link.accounts.every((names) => names.some((name) => accounts.includes(name)));
}

/** @type {Record<string, Dash>} */
const DASH = { animal: "dashed", cell: "dotted", inferred: "dotted" };

/**
 * How a lens shows an arrow: whether it steps back, and its dash.
 * @param {Link} link
 * @param {Lens} lens
 * @param {string[]} accounts
 */
export function through(link, lens = "all", accounts = []) {
  const away =
    !active(link, accounts) ||
    (lens === "people" && link.in_people === "none") ||
    (lens === "contested" && !link.contested);
  /** @type {Dash} */
  let dash = "solid";
  if (lens === "how") dash = DASH[link.in_whom] ?? dash;
  else if (lens === "people" && link.in_people === "some") dash = "dashed";
  return { away, dash };
}

/**
 * What each thing and each arrow is: "chosen", "cause", "effect" or "step", "away" where it steps back from a selection
 * or through the lens, and "" where it rests. The chosen arrow never steps back.
 * @param {Scene} scene
 * @param {Shown} shown
 */
export function roles(scene, shown) {
  const lit = emphasis(scene, shown);
  /** @type {Map<PartId, Role>} */
  const links = new Map();
  const resting = new Set(); // things with an arrow that does not step back
  for (const link of scene.links) {
    const role = lit?.links[link.id];
    const back = (lit && !role) || (role !== "chosen" && through(link, shown.lens, shown.accounts).away);
    links.set(`edge:${link.id}`, back ? "away" : (role ?? ""));
    if (!back) for (const id of [link.source, link.target]) resting.add(id);
  }
  /** @type {Map<PartId, Role>} */
  const things = new Map();
  for (const { id } of scene.things) {
    if (lit) things.set(`node:${id}`, lit.things[id] ?? "away");
    else things.set(`node:${id}`, resting.has(id) ? "" : "away");
  }
  return new Map([...things, ...links]);
}
