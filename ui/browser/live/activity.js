// Changes of the address, which Streamlit makes by script and without an event, and the reader's own actions.

import { closest } from "../page/dom.js";

/** @type {Set<() => void>} */
const listeners = new Set();

function notify() {
  for (const listener of listeners) listener();
}

for (const name of /** @type {const} */ (["pushState", "replaceState"])) {
  const write = history[name];
  history[name] = function (...given) {
    write.apply(this, given);
    notify();
  };
}
addEventListener("popstate", notify);

/**
 * Call `listener` after each change of the address from now on; returns what stops that.
 * @param {() => void} listener
 */
export function onAddressChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The address of the view, as path and query. */
export const here = () => location.pathname + location.search;

let touched = 0;
for (const kind of ["pointerdown", "keydown", "popstate"]) {
  addEventListener(
    kind,
    (event) => {
      if (!closest(event, "[data-live], .st-key-level")) touched = Date.now();
    },
    true,
  );
}

/**
 * Whether the reader did something on the page itself, not on the bar of a room, within the last `ms`.
 * @param {number} ms
 */
export const touchedWithin = (ms) => Date.now() - touched < ms;
