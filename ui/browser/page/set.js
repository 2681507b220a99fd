// The one thing that the browser asks of the server: "set these parameters", an empty value takes one out. The server
// hears only the last of several quick presses, so each says all that has not been confirmed yet.

let number = 0; // of the last change that was asked for
/** @type {Changes} */
let asked = {};
let at = ""; // the page on which it was asked for

const forgetElsewhere = () => {
  if (at !== location.pathname) asked = {}; // what was asked for on one page means nothing to another
  at = location.pathname;
};

/**
 * Ask for `changes` by `send`, which hands the message to the server.
 * @param {Changes} changes
 * @param {Send} send
 */
export function set(changes, send) {
  forgetElsewhere();
  asked = { ...asked, ...changes };
  number += 1;
  send({ number, set: asked });
}

/**
 * Take over that the server has made the change of this number.
 * @param {number} made
 */
export function heard(made) {
  if (made >= number) asked = {};
}

/** Parameters that are asked for and not confirmed yet. */
export function pending() {
  forgetElsewhere();
  return asked;
}

/** Expect no answer any more. */
export function giveUp() {
  asked = {};
}

/**
 * The changes that a link carries as `data-set`.
 * @param {HTMLElement} link
 * @returns {Changes}
 */
export const carried = (link) => Object.fromEntries(new URLSearchParams(link.dataset.set));

/**
 * The parameters that select what the map calls `node:ID` or `edge:ID`, or nothing where it is empty.
 * @param {PartId} pick
 * @returns {Changes}
 */
export function selecting(pick) {
  const id = pick.slice(5);
  return pick.startsWith("node:") ? { node: id, edge: "" } : { node: "", edge: id };
}

/**
 * What `changes` select, as the map calls it; undefined where they say nothing of it.
 * @param {Changes} changes
 * @returns {PartId | undefined}
 */
export function selected({ node, edge }) {
  if (node) return `node:${node}`;
  if (edge) return `edge:${edge}`;
  return node === undefined && edge === undefined ? undefined : "";
}

/**
 * A query string after `changes`, spelt as the server spells it, so that its answer finds nothing to change.
 * @param {string} search
 * @param {Changes} changes
 */
export function changed(search, changes) {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return query.toString().replaceAll("%7E", "~").replaceAll("*", "%2A");
}
