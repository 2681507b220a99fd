// A page without a map: its filter links change the address and ask the server for the page alone.

import { arrive } from "./anchors.js";
import { keepPlace } from "./focus.js";
import { answerWith, stopAnswering } from "./links.js";
import { themeOf, wear } from "./dom.js";
import "./style.js";
import { explainAs } from "./terms.js";
import { Voice } from "./announce.js";

const desks = new WeakMap();
const SETTLED = 300; // ms after which the list of a run stands

function unfold(link) {
  const block = link.closest("details");
  if (block) block.open = true;
}

/** Answer the page's links, and say when the words have changed to those of another reader. */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-links]");
  if (!root) return;
  if (!desks.has(root)) {
    const voice = new Voice();
    root.replaceChildren(voice.region);
    desks.set(root, { voice, say: (words) => voice.say(words) });
  }
  const desk = desks.get(root);
  const { level, level_changed: changed, palettes } = component.data;
  wear(palettes[themeOf(root)]);
  if (desk.level && desk.level !== level) desk.say(changed);
  desk.level = level;
  setTimeout(() => tellCount(desk), SETTLED);
  desk.go = (link) => {
    desk.watch?.disconnect();
    desk.watch = keepPlace(link, unfold);
    history.replaceState(history.state, "", `?${link.dataset.go}`);
    component.setTriggerValue("go", link.getAttribute("href"));
  };
  answerWith(desk);
  explainAs(level, desk.say);
  arrive();
}

/** Say how many records are shown where that has changed: the line itself is a new element after each run. */
function tellCount(desk) {
  const shown = document.querySelector(".shown > span")?.textContent;
  if (desk.shown && shown && desk.shown !== shown) desk.say(shown);
  desk.shown = shown;
}

/** Stop answering once the element has gone. Streamlit also calls this for one that stays. */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-links]");
  setTimeout(() => {
    if (root && !root.isConnected && desks.has(root)) stopAnswering(desks.get(root));
  });
}
