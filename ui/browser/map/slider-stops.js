// The stops of the time slider. Pure.

/** The stops in order: their ids, their names, and their shares of the axis.
 * @typedef {[ids: string[], names: string[], shares: string[]]} Stops */

/**
 * What is at a place of the slider, or at the nearest end: the moment, its name, its share of the axis, and whether it
 * is the first or the last.
 * @param {Stops} stops
 * @param {number} place
 */
export function stop([ids, names, shares], place) {
  const at = Math.max(0, Math.min(ids.length - 1, place));
  return { at, id: ids[at], name: names[at], share: shares[at], first: at === 0, last: at === ids.length - 1 };
}
