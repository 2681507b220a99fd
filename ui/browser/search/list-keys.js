// Arrow keys in a list below a field. Pure.

/**
 * The place in a list of `count` that a key leads to from `at`, where -1 is the field itself; null for other keys.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 */
export function step(key, at, count) {
  /** @type {Record<string, number>} */
  const targets = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
  const to = targets[key];
  if (to === undefined || !count || (at < 0 && key !== "ArrowDown")) return null;
  return Math.min(to, count - 1);
}
