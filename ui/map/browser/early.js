// The map on the picture of a page's first bytes: it answers before the app behind it has come, and then moves into its
// place there. What was picked meanwhile is shown at once, and told to the server as soon as it hears.

import { kept } from "./held.js";
import { move } from "./move.js";
import "./style.js";
import { MapView } from "./view.js";

const place = document.querySelector("#early [data-early]");
let held = []; // picks that nobody could be told of yet
let view = null;

if (place?.offsetParent) { // in some windows nothing is shown early
  view = new MapView(place);
  view.update({ ...JSON.parse(place.dataset.early), early: true }, (pick) => { held = kept(held, pick); });
}

/** The map that the reader has used so far, now in `root`; undefined where there is none, or it has moved already. */
export function movedInto(root) {
  const moved = view ?? undefined;
  if (moved) move(moved, root);
  view = null;
  return moved;
}

/** Tell the server with `send` of what was picked: one thing in each run, of which it would hear only the last. */
export function tellHeld(send) {
  if (held.length) send(held.shift());
}

/** `send` for what is picked from now on, after which nothing older counts. */
export function overHeld(send) {
  return (pick) => {
    held = [];
    send(pick);
  };
}
