// A page without a map: its links change the address, and ask the server for the page as it then is.

import { arrive } from "./anchors.js";
import { themeOf, wear } from "./dom.js";
import { keepPlace } from "./focus.js";
import { answerWith, stopAnswering } from "./links.js";
import { carried, changed, heard, set } from "./set.js";
import "./style.js";
import { Voice } from "./announce.js";
import { explainAs } from "./terms.js";

const lists = new WeakMap();
const SETTLED = 300; // ms after which the list of a run stands

function unfold(link) {
  const block = link.closest("details");
  if (block) block.open = true;
}

/** Answer the page's links, and say when the words have changed to those of another reader. */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-links]");
  if (!root) return;
  if (!lists.has(root)) {
    const voice = new Voice();
    root.replaceChildren(voice.region);
    lists.set(root, { voice, say: (words) => voice.say(words) });
  }
  const list = lists.get(root);
  const { level, level_changed: switched, palettes } = component.data;
  wear(palettes[themeOf(root)]);
  if (list.level && list.level !== level) list.say(switched);
  list.level = level;
  setTimeout(() => tellCount(list), SETTLED);
  heard(component.data.heard);
  list.set = (link) => {
    const changes = carried(link);
    list.watch?.disconnect();
    list.watch = keepPlace(link, unfold);
    history.replaceState(history.state, "", `?${changed(location.search, changes)}`); // so that no history is made
    set(changes, (message) => component.setTriggerValue("set", message));
  };
  answerWith(list);
  explainAs(level, list.say);
  arrive();
}

/** Say how many records are shown where that has changed: the line itself is a new element after each run. */
function tellCount(list) {
  const shown = document.querySelector(".shown > span")?.textContent;
  if (list.shown && shown && list.shown !== shown) list.say(shown);
  list.shown = shown;
}

/** Stop answering once the element has gone. Streamlit also calls this for one that stays. */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-links]");
  setTimeout(() => {
    if (root && !root.isConnected && lists.has(root)) stopAnswering(lists.get(root));
  });
}
