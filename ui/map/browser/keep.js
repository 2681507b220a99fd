// Where the reader was: a link that a run draws anew keeps the focus.

/**
 * Put the focus on the new link where the run puts one for `link`, which has an id, or else on the line that says how
 * many records are shown; `found` hears of it first. Returns what watches for it.
 */
export function keepPlace(link, found = () => {}) {
  const watch = new MutationObserver(() => {
    const anew = !link.isConnected && (document.getElementById(link.id) ?? document.querySelector(".shown"));
    if (!anew) return;
    watch.disconnect();
    found(anew);
    if (document.activeElement === document.body) anew.focus({ preventScroll: true });
  });
  watch.observe(document.body, { childList: true, subtree: true });
  return watch;
}
