// A link to a place on a page: the server writes the page after the browser has looked for the place, so look again.

const PATIENCE = 15000; // ms after which the place is taken not to exist
let arrived = "";

/** Bring the place that the address names into view, once it stands there, and open what folds it. */
export function arrive() {
  const id = decodeURIComponent(location.hash.slice(1));
  const asked = `${location.pathname}#${id}`;
  if (!id || arrived === asked) return;
  arrived = asked;
  const show = () => {
    const place = document.getElementById(id);
    if (!place) return false;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.scrollIntoView();
    return true;
  };
  if (show()) return;
  const watch = new MutationObserver(() => { if (show()) watch.disconnect(); });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), PATIENCE);
}
