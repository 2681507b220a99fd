// The map on the picture of a page's first bytes: it answers before the app behind it has come, and then moves into its
// place there. What was selected meanwhile is shown at once, and sent to the server as soon as it listens.

// In a room, what is pressed here is the reader's own way too.
import "../live/activity.js";
import { move } from "./transplant.js";
import "../page/style.js";
import { MapView } from "./view.js";

const ENDS = ["pointerup", "pointercancel"];
const startPath = location.pathname;
/** @type {HTMLElement | null} */
const place = document.querySelector("#early [data-early]");
/** @type {MapView | null} */
let view = null;
/** @type {SetMessage | null} */
let held = null; // the last message that could not be sent yet; each says all that was asked for
let pressing = false;

// In some windows nothing is shown early.
if (place?.offsetParent && !place.hasChildNodes()) {
  /** @type {MapData} */
  const data = { ...JSON.parse(place.dataset.early ?? ""), early: true };
  /** @type {Send} */
  const hold = (message) => {
    held = message;
  };
  view = new MapView(place, data, hold);
  view.update(data, hold);
  place.addEventListener("pointerdown", () => {
    pressing = true;
  });
  for (const kind of ENDS) {
    addEventListener(kind, () => {
      pressing = false;
    });
  }
}

/**
 * Call `then` at the end of a press that is under way on the map, which would miss it if it moved; returns whether one
 * is.
 * @param {() => void} then
 */
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

/**
 * The map that the reader has used so far, now in `root`; undefined where there is none, or it has moved already.
 * @param {HTMLElement} root
 */
export function movedInto(root) {
  const moved = view ?? undefined;
  if (moved) move(moved, root);
  view = null;
  return moved;
}

/**
 * Send what was selected before the server listened, unless the reader has gone to another page since.
 * @param {Send} send
 */
export function sendHeld(send) {
  if (held && location.pathname === startPath) send(held);
  held = null;
}

/** The app has drawn all that was here. */
export function endEarly() {
  document.getElementById("early")?.remove();
}
