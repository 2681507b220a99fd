// What a presenter shows, on the map before the page's own run brings it.

import { scrollToTop } from "../page/dom.js";
import { giveUp, pending } from "../page/set.js";

/** @typedef {import("./view.js").MapView} MapView */
/** What is known of the view before the run; `part` says that the page shows only a part of the camera's picture.
 * @typedef {Pick<MapData, "camera" | "step" | "focus" | "lens" | "moment"> & { part: boolean }} Foreseen */

/**
 * Show at once on the map of `view` what is known of focus, moment, camera, step and lens. Where the page shows only a
 * part of the camera's picture, as only the server knows, the map waits for it.
 * @param {MapView} view
 * @param {Foreseen} known
 */
export function foresee(view, { part, ...known }) {
  if (part && !view.data.account_picture) return;
  view.over = null;
  const account_picture = part ? view.data.account_picture : null;
  // A run that was on its way still speaks of the view before.
  const expected = { focus: known.focus, moment: known.moment ?? "" };
  view.foreseen = expected;
  const updated = view.update({ ...view.data, ...known, account_picture, early: false }, view.send);
  view.foreseen = expected; // the update is no answer of the server
  updated.then(() => {
    bringIntoView(view.root);
    if (!view.bundle || view.chosen !== known.focus) return;
    if (view.buttons.has(known.focus)) {
      view.buttons.moveTabStop(known.focus);
      view.caption.announceChosen(view.bundle, view.nameOf(known.focus));
    } else if (view.story.moment) view.caption.announce(view.story.spoken);
  });
}

/**
 * What a presenter shows must be seen: scroll to the map where most of the window shows something else.
 * @param {Element} root
 */
function bringIntoView(root) {
  const { top, bottom } = root.getBoundingClientRect();
  if (top >= innerHeight / 2 || bottom <= innerHeight / 4) scrollToTop(root);
}

/**
 * Let the next run say again what is shown on the map of `view`, where the reader went another way.
 * @param {MapView | null} view
 */
export function forget(view) {
  if (!view?.foreseen) return;
  view.foreseen = null;
  giveUp();
}

/**
 * Whether a run of the page has confirmed what the map of `view` shows; true without a map.
 * @param {MapView | null} view
 */
export const confirmed = (view) => !view || (!view.foreseen && !Object.keys(pending()).length);
