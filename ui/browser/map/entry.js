// Entry of the map component: one view for each mounted element, fed by every run of the page.

import { scrollToAnchor } from "../page/anchors.js";
import { unfold } from "../page/dom.js";
import { restoreFocus } from "../page/focus.js";
import { answerWith, stopAnswering } from "../page/links.js";
import { carried } from "../page/set.js";
import { setCurrentMap } from "./current-map.js";
import { afterPress, endEarly, movedInto, sendHeld } from "./first-paint.js";
import { updateSlider } from "./time-slider.js";
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
  const { data } = component;
  /** @type {Send} */
  const send = (message) => component.setTriggerValue("set", message);
  const mounted = maps.get(root) ?? mount(root, data, send);
  maps.set(root, mounted);
  const { view, answers } = mounted;
  answerWith(answers);
  explainAs(data.level, answers.say);
  setCurrentMap(view);
  view.update(data, send).finally(endEarly);
  sendHeld(send);
  updateSlider(data.clock, { set: (changes) => view.set(changes), say: answers.say });
  scrollToAnchor();
}

/**
 * A map in `root`, the one of the first paint if there is one, and how it answers the links of the page.
 * @param {HTMLElement} root
 * @param {MapData} data
 * @param {Send} send
 * @returns {Mounted}
 */
function mount(root, data, send) {
  const view = movedInto(root) ?? new MapView(root, data, send);
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
      way: (way) => view.toggleWay(way),
      say: (words) => view.caption.announce(words),
    },
  };
}

/**
 * Take down the map of an element that has gone. Streamlit also calls this for an element that stays.
 * @param {Element} parentElement
 */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-map]");
  setTimeout(() => {
    const mounted = root && !root.isConnected && maps.get(root);
    if (!mounted) return;
    mounted.view.leave();
    setCurrentMap(null);
    stopAnswering(mounted.answers);
    maps.delete(root);
  });
}
