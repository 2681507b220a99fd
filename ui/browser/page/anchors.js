// Scrolling to an anchor: the server writes the page after the browser has looked for it, so look again.

import { unfold } from "./dom.js";

const PATIENCE = 15000; // ms after which an anchor that is not there is taken not to exist, and the page to be complete
const SCROLLING = ["wheel", "touchstart", "pointerdown", "keydown"]; // after one of these the reader scrolls
let reached = "";

/** Bring the anchor that the address names into view as soon as it exists, and open the blocks that hide it. */
export function scrollToAnchor() {
  const id = decodeURIComponent(location.hash.slice(1));
  const asked = `${location.pathname}#${id}`;
  if (!id || reached === asked) return;
  reached = asked;
  /** @type {number | null} */
  let top = null;
  const show = () => {
    const anchor = document.getElementById(id);
    if (!anchor || `${location.pathname}${decodeURIComponent(location.hash)}` !== asked) return;
    if (top === null) unfold(anchor);
    else if (anchor.getBoundingClientRect().top === top) return;
    anchor.scrollIntoView();
    top = anchor.getBoundingClientRect().top;
  };
  const watch = new MutationObserver(show); // content that arrives above the anchor later moves it out of view again
  const stop = () => {
    watch.disconnect();
    for (const kind of SCROLLING) removeEventListener(kind, stop, true);
  };
  show();
  watch.observe(document.body, { childList: true, subtree: true });
  for (const kind of SCROLLING) addEventListener(kind, stop, true);
  setTimeout(stop, PATIENCE);
}
