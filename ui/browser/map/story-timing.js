// The moments of the story: which follows which, and how long one stays while it plays. Pure.

const SETTLE = 3000; // ms before the words of a moment are read
const READING = 300; // ms a word

/**
 * How long a moment stays, in ms: time to look, and to read it without hurry.
 * @param {Pick<Moment, "title" | "text" | "seen">} moment
 */
export function stay({ title, text, seen }) {
  const words = `${title} ${text} ${seen}`.split(/\s+/).length;
  return SETTLE + READING * words;
}

/**
 * Where a step from the moment `id` leads: `by` moments on, from before the first if there is no such moment; null at
 * an end.
 * @param {Pick<Moment, "id">[]} moments
 * @param {string} id
 * @param {number} by
 */
export function next(moments, id, by) {
  const at = moments.findIndex((one) => one.id === id);
  if (at < 0 && by < 0) return null;
  const to = at < 0 ? 0 : at + by;
  return moments[to]?.id ?? null;
}
