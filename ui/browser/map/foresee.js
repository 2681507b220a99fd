// What a presenter shows, on the map before the page's own run brings it.

import { giveUp, pending } from "../page/set.js";

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Show at once on the map of `view` what `asked` says of focus, moment, camera, step and lens. Where the page tells only
 * a `part` of the camera's picture, as only the server knows, the map waits for it.
 */
export function foresee(view, { part, ...asked }) {
  if (part && !view.data.told) return;
  view.over = null;
  const told = part ? view.data.told : null;
  // A run that was on its way still speaks of the view before.
  view.foreseen = { focus: asked.focus, moment: asked.moment ?? "" };
  const expected = view.foreseen;
  const shown = view.update({ ...view.data, ...asked, told, early: false }, view.send);
  view.foreseen = expected; // the update is no answer of the server
  shown.then(() => {
    bringIntoView(view.root);
    if (view.chosen !== asked.focus) return;
    if (view.buttons.has(asked.focus)) {
      view.buttons.roam(asked.focus);
      view.caption.announceChosen(view.bundle, view.nameOf(asked.focus));
    } else if (view.story.moment) view.caption.announce(view.story.spoken);
  });
}

/** What a presenter shows must be seen: scroll to the map where most of the window shows something else. */
function bringIntoView(root) {
  const { top, bottom } = root.getBoundingClientRect();
  if (top < innerHeight / 2 && bottom > innerHeight / 4) return;
  root.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
}

/** Let the next run say again what is shown on the map of `view`, where the reader went another way. */
export function forget(view) {
  if (!view?.foreseen) return;
  view.foreseen = null;
  giveUp();
}

/** Whether a run of the page has said what the map of `view` shows; true without a map. */
export const confirmed = (view) => !view || (!view.foreseen && !Object.keys(pending()).length);
