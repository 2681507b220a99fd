// The map moves from one element of the page to another, as it is.

const KEPT = ["state", "camera", "level", "theme"]; // what the map says of itself on its element

/** Let `view` go on in the element `root` with all that is shown; the focus stays where it was. */
export function move(view, root) {
  const from = view.root;
  const held = from.contains(document.activeElement) && document.activeElement;
  view.resized.disconnect();
  root.replaceChildren(...from.childNodes);
  root.style.cssText = from.style.cssText;
  for (const name of KEPT) if (name in from.dataset) root.dataset[name] = from.dataset[name];
  view.root = root;
  view.resized.observe(root);
  if (held) held.focus({ preventScroll: true });
}
