// A page without a map: its filter links change the address and ask the server for the page alone.

import { answerWith, stopAnswering } from "./links.js";
import { themeOf } from "./page.js";
import "./style.js";
import { Voice } from "./voice.js";

const desks = new WeakMap();

/** Answer the page's links, and say when the words have changed to those of another reader. */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-desk]");
  if (!root) return;
  if (!desks.has(root)) {
    const voice = new Voice();
    root.replaceChildren(voice.region);
    desks.set(root, { voice, say: (words) => voice.say(words) });
  }
  const desk = desks.get(root);
  const { level, level_changed: changed, accents } = component.data;
  document.documentElement.style.setProperty("--map-selected", accents[themeOf(root)]);
  if (desk.level && desk.level !== level) desk.say(changed);
  desk.level = level;
  desk.go = (link) => {
    history.replaceState(history.state, "", `?${link.dataset.go}`);
    component.setTriggerValue("go", link.getAttribute("href"));
  };
  answerWith(desk);
}

/** Stop answering once the element has gone. Streamlit also calls this for one that stays. */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-desk]");
  setTimeout(() => {
    if (root && !root.isConnected && desks.has(root)) stopAnswering(desks.get(root));
  });
}
