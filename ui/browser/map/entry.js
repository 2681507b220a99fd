// Entry of the map component: one view for each mounted element, fed by every run of the page.

import { scrollToAnchor } from "../page/anchors.js";
import { unfold } from "../page/dom.js";
import { restoreFocus } from "../page/focus.js";
import { answerWith, stopAnswering } from "../page/links.js";
import { carried } from "../page/set.js";
import { onStage } from "./current-map.js";
import { afterPress, endEarly, movedInto, tellHeld } from "./first-paint.js";
import { clockAt } from "./time-slider.js";
import "../page/style.js";
import { explainAs } from "../page/terms.js";
import { MapView } from "./view.js";

/** @typedef {{ view: MapView, answers: import("../page/links.js").Answers }} Mounted */

/** @type {WeakMap<Element, Mounted>} */
const maps = new WeakMap();

/**
 * Draw, or bring up to date, the map in the component's element.
 * @param {Component<MapData>} component
 */
export function draw(component) {
  /** @type {HTMLElement | null} */
  const root = component.parentElement.querySelector("[data-map]");
  if (!root || afterPress(() => draw(component))) return;
  const mounted = maps.get(root) ?? mount(root);
  maps.set(root, mounted);
  const { view, answers } = mounted;
  answerWith(answers);
  explainAs(component.data.level, answers.say);
  onStage(view);
  /** @type {Send} */
  const send = (message) => component.setTriggerValue("set", message);
  view.update(component.data, send).finally(endEarly);
  tellHeld(send);
  clockAt(component.data.clock, { set: (changes) => view.set(changes), say: answers.say });
  scrollToAnchor();
}

/**
 * A map in `root`, the one of the first paint if there is one, and how it answers the links of the page.
 * @param {HTMLElement} root
 * @returns {Mounted}
 */
function mount(root) {
  const view = movedInto(root) ?? new MapView(root);
  /** @type {MutationObserver | undefined} */
  let focus;
  return {
    view,
    answers: {
      set: (control) => {
        const inPanel = control.closest("[data-panel]");
        focus?.disconnect();
        if (control.id || inPanel) focus = restoreFocus(control, unfold);
        view.set(carried(control));
        if (inPanel || control.closest("[data-place]")) return; // it is beside the map already
        if (!view.caption.towardsPanel(root)) view.caption.backToMap(root);
      },
      width: () => view.width,
      way: (way) => view.way(way),
      say: (words) => view.caption.announce(words),
    },
  };
}

/**
 * Take down the map of an element that has gone. Streamlit also calls this for an element that stays, and keeps its map.
 * @param {Element} parentElement
 */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-map]");
  setTimeout(() => {
    const mounted = root && !root.isConnected && maps.get(root);
    if (!mounted) return;
    mounted.view.leave();
    onStage(null);
    stopAnswering(mounted.answers);
    maps.delete(root);
  });
}
