// Entry of the map component: one view for each mounted element, fed by every run of the page.
// Links and buttons elsewhere on the page that carry data-pick, data-way or data-copy work through it too.

import { MapView } from "./view.js";

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("./map.css", import.meta.url).href;
document.head.append(style);

const views = new WeakMap();
let current = null;

/** Draw, or bring up to date, the map in the component's element. */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-map]");
  if (!root) return;
  if (!views.has(root)) views.set(root, new MapView(root));
  current = views.get(root);
  current.update(component.data, (pick) => component.setTriggerValue("pick", pick));
}

/** Take down the map of an element that has gone. Streamlit also calls this for one that stays; that keeps its map. */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-map]");
  setTimeout(() => {
    if (!root || root.isConnected || !views.has(root)) return;
    views.get(root).leave();
    if (current === views.get(root)) current = null;
    views.delete(root);
  });
}

document.addEventListener("click", (event) => {
  const control = event.target.closest?.("[data-pick], [data-way], [data-copy]");
  if (!control || !current || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const { pick, way, copy } = control.dataset;
  event.preventDefault();
  if (pick) current.pick(pick);
  if (way) control.setAttribute("aria-pressed", String(current.way(way)));
  if (copy !== undefined) {
    const said = (words) => current.caption.announce(words);
    navigator.clipboard.writeText(location.href)
      .then(() => { said(copy); control.textContent = copy; }, () => said(location.href));
  }
});
