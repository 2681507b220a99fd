// Entry of the map component: one view for each mounted element, fed by every run of the page.

import { MapView } from "./view.js";

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("./map.css", import.meta.url).href;
document.head.append(style);

const views = new WeakMap();

/** Draw, or bring up to date, the map in the component's element. */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-map]");
  if (!root) return;
  if (!views.has(root)) views.set(root, new MapView(root));
  views.get(root).update(component.data, (pick) => component.setTriggerValue("pick", pick));
}

/** Take down the map of an element that goes away. */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-map]");
  views.get(root)?.leave();
  if (root) views.delete(root);
}
