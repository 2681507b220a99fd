// Keeping the keyboard focus when a run replaces the link that has it.

/** Where what a link led to begins; the focus goes there when the link itself is gone for good. */
function beginning() {
  const found = /** @type {HTMLElement | null} */ (document.querySelector(".shown, [data-panel] h2"));
  if (found?.matches("h2")) found.tabIndex = -1;
  return found;
}

/**
 * Watch for the run that replaces `link`, and focus its successor: the element with the same id, or else the line that
 * says how many records are shown, or the panel's heading. `onFound` is called with it first. Returns the observer.
 * @param {HTMLElement} link
 * @param {(found: HTMLElement) => void} onFound
 */
export function restoreFocus(link, onFound = () => {}) {
  const watch = new MutationObserver(() => {
    if (link.isConnected) return;
    const found = (link.id && document.getElementById(link.id)) || beginning();
    if (!found) return;
    watch.disconnect();
    onFound(found);
    if (document.activeElement === document.body) found.focus({ preventScroll: true });
  });
  watch.observe(document.body, { childList: true, subtree: true });
  return watch;
}
