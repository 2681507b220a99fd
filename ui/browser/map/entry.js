// Entry of the map component: one view for each mounted element, fed by every run of the page.

import { arrive } from "../page/anchors.js";
import { keepPlace } from "../page/focus.js";
import { answerWith, stopAnswering } from "../page/links.js";
import { carried } from "../page/set.js";
import { onStage } from "./current-map.js";
import { afterPress, endEarly, movedInto, tellHeld } from "./first-paint.js";
import { clockAt } from "./time-slider.js";
import "../page/style.js";
import { explainAs } from "../page/terms.js";
import { MapView } from "./view.js";

const views = new WeakMap();

function unfold(link) {
  const fold = link.closest("details");
  if (fold) fold.open = true;
}

/** Draw, or bring up to date, the map in the component's element. */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-map]");
  if (!root || afterPress(() => draw(component))) return;
  if (!views.has(root)) {
    const view = movedInto(root) ?? new MapView(root);
    const answers = {
      set: (control) => {
        view.kept?.disconnect();
        if (control.id || control.closest("[data-panel]")) view.kept = keepPlace(control, unfold);
        view.set(carried(control));
        if (control.closest("[data-place]")) return; // it stands beside the map already
        if (!control.closest("[data-panel]")) view.caption.towardsPanel(root) || view.caption.backToMap(root);
      },
      width: () => view.width,
      way: (way) => view.way(way),
      say: (words) => view.caption.announce(words),
    };
    views.set(root, { view, answers });
  }
  const { view, answers } = views.get(root);
  answerWith(answers);
  explainAs(component.data.level, answers.say);
  onStage(view);
  const send = (message) => component.setTriggerValue("set", message);
  view.update(component.data, send).finally(endEarly);
  tellHeld(send);
  clockAt(component.data.clock, { set: (changes) => view.set(changes), say: answers.say });
  arrive();
}

/** Take down the map of an element that has gone. Streamlit also calls this for one that stays; that keeps its map. */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-map]");
  setTimeout(() => {
    if (!root || root.isConnected || !views.has(root)) return;
    const { view, answers } = views.get(root);
    view.leave();
    onStage(null);
    stopAnswering(answers);
    views.delete(root);
  });
}
