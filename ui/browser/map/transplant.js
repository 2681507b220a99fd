// The map moves from one element of the page to another, as it is.

const KEPT = ["state", "camera", "level", "theme"]; // what the map says of itself on its element

/**
 * What scrolls an element, apart from the window.
 * @param {Element} root
 */
function scroller(root) {
  for (let at = root.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

/**
 * Let `view` go on in the element `root` with all that is shown; the focus, and what is in view, stay as they were.
 * @param {import("./view.js").MapView} view
 * @param {HTMLElement} root
 */
export function move(view, root) {
  const { root: from, frame } = view;
  const { scrollLeft, scrollTop } = frame;
  const { top } = from.getBoundingClientRect();
  const scrolled = window.scrollY;
  const focused = document.activeElement;
  const held = focused instanceof HTMLElement && from.contains(focused) ? focused : null;
  view.resized.disconnect();
  root.replaceChildren(...from.childNodes);
  root.style.cssText = from.style.cssText;
  for (const name of KEPT) if (name in from.dataset) root.dataset[name] = from.dataset[name];
  view.root = root;
  view.resized.observe(root);
  frame.scrollTo(scrollLeft, scrollTop);
  if (scrolled) scroller(root)?.scrollBy(0, root.getBoundingClientRect().top - top);
  held?.focus({ preventScroll: true });
}
