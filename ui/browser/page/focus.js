// Where the reader was: a link that a run draws anew keeps the focus.

/** Where a link stands that has no successor: what it led to begins there. */
function beginning() {
  const found = document.querySelector(".shown, [data-panel] h2");
  if (found?.matches("h2")) found.tabIndex = -1;
  return found;
}

/**
 * Put the focus on the new link where the run puts one for `link`, if that has an id, or else on the line that says how
 * many records are shown, or on the panel's heading; `found` hears of it first. Returns what watches for it.
 */
export function keepPlace(link, found = () => {}) {
  const watch = new MutationObserver(() => {
    const anew = !link.isConnected && ((link.id && document.getElementById(link.id)) || beginning());
    if (!anew) return;
    watch.disconnect();
    found(anew);
    if (document.activeElement === document.body) anew.focus({ preventScroll: true });
  });
  watch.observe(document.body, { childList: true, subtree: true });
  return watch;
}
