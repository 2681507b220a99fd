// The stops of the slider of the two clocks. Pure.

/**
 * What follows from a place of the slider, kept within the stops: the moment, its name, its share of the axis, and
 * whether it is the first or the last. `stops` are the ids, names and shares.
 */
export function stop([ids, names, shares], place) {
  const at = Math.max(0, Math.min(ids.length - 1, place));
  return { at, id: ids[at], name: names[at], share: shares[at], first: at === 0, last: at === ids.length - 1 };
}
