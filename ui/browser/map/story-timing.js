// The moments of the story: which follows which, and how long one stays while it plays. Pure.

const SETTLE = 3000; // ms before the words of a moment are read
const READING = 300; // ms a word

/** How long a moment stays, in ms: time to look, and to read it without hurry. */
export const stay = ({ title, text, seen }) => SETTLE + READING * `${title} ${text} ${seen}`.split(/\s+/).length;

/** Where a step from the moment `id` leads: `by` moments on, from before the first where none is told; null at an end. */
export function next(moments, id, by) {
  const at = moments.findIndex((one) => one.id === id);
  const to = at < 0 ? (by > 0 ? 0 : -1) : at + by;
  return moments[to]?.id ?? null;
}
