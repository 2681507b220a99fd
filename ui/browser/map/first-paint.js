// The map on the picture of a page's first bytes: it answers before the app behind it has come, and then moves into its
// place there. What was picked meanwhile is shown at once, and told to the server as soon as it hears.

// In a room, what is pressed here is the reader's own way too.
import "../live/activity.js";
import { move } from "./transplant.js";
import "../page/style.js";
import { MapView } from "./view.js";

const ENDS = ["pointerup", "pointercancel"];
const at = location.pathname;
const place = document.querySelector("#early [data-early]");
let view = null;
let held = null; // the last message that nobody could be told yet; each says all that was asked for
let pressing = false;

if (place?.offsetParent && !place.hasChildNodes()) {
  // in some windows nothing is shown early
  view = new MapView(place);
  view.update({ ...JSON.parse(place.dataset.early), early: true }, (message) => {
    held = message;
  });
  place.addEventListener("pointerdown", () => {
    pressing = true;
  });
  for (const kind of ENDS)
    addEventListener(kind, () => {
      pressing = false;
    });
}

/** Call `then` at the end of the press that is under way on the map, which would miss it if it moved; says if one is. */
export function afterPress(then) {
  if (!view || !pressing) return false;
  const once = new AbortController();
  const end = () => {
    once.abort();
    setTimeout(then);
  };
  for (const kind of ENDS) addEventListener(kind, end, { signal: once.signal });
  return true;
}

/** The map that the reader has used so far, now in `root`; undefined where there is none, or it has moved already. */
export function movedInto(root) {
  const moved = view ?? undefined;
  if (moved) move(moved, root);
  view = null;
  return moved;
}

/** Tell the server with `send` what was picked before it heard, unless the reader has gone to another page since. */
export function tellHeld(send) {
  if (held && location.pathname === at) send(held);
  held = null;
}

/** The app has drawn all that stood here. */
export function endEarly() {
  document.getElementById("early")?.remove();
}
