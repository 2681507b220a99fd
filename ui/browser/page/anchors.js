// A link to a place on a page: the server writes the page after the browser has looked for the place, so look again.

const PATIENCE = 15000; // ms after which a place that is not there is taken not to exist, and the page to be whole
const OWN_WAY = ["wheel", "touchstart", "pointerdown", "keydown"]; // from then on the reader scrolls
let arrived = "";

/** Bring the place that the address names into view, once it stands there, and open what folds it. */
export function arrive() {
  const id = decodeURIComponent(location.hash.slice(1));
  const asked = `${location.pathname}#${id}`;
  if (!id || arrived === asked) return;
  arrived = asked;
  let top = null;
  const show = () => {
    const place = document.getElementById(id);
    if (!place || `${location.pathname}${decodeURIComponent(location.hash)}` !== asked) return;
    if (top === null)
      for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    else if (place.getBoundingClientRect().top === top) return;
    place.scrollIntoView();
    top = place.getBoundingClientRect().top;
  };
  const watch = new MutationObserver(show); // what comes above the place later moves it out of view again
  const stop = () => {
    watch.disconnect();
    for (const kind of OWN_WAY) removeEventListener(kind, stop, true);
  };
  show();
  watch.observe(document.body, { childList: true, subtree: true });
  for (const kind of OWN_WAY) addEventListener(kind, stop, true);
  setTimeout(stop, PATIENCE);
}
