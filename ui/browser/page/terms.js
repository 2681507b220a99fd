// Words that the glossary explains: a bubble with the explanation while a `.term` is pointed at, focused or pressed.
// It stays while pointer or focus is on the word or on the bubble, and Escape closes it without moving either.

import { element } from "./dom.js";
import { once } from "./load.js";
import { place } from "./tooltip-place.js";

const REST = 150; // ms that a pointer rests on a word before it is explained
const LEAVE = 300; // ms in which a pointer may cross from the word to the bubble
const NAME = "term-bubble";

const reader = { level: null, say: () => {} };
let shown = null; // the word that is explained now
let hovered = false; // whether the pointer is on the word or on the bubble
let timer;

const bubble = element("div", NAME, { id: NAME, role: "tooltip", hidden: "" });
const moves = new ResizeObserver(() => settle());
const changes = new MutationObserver(() => {
  if (shown && !shown.isConnected) close();
});

/** Explain words from now on as `level` does; `say` announces what was asked for by a press. */
export function explainAs(level, say) {
  Object.assign(reader, { level, say });
}

const explanation = async (id) => {
  const url = new URL(`../glossary-${reader.level}.json`, import.meta.url).href;
  return (await once(url, "json"))[id];
};

const wordAt = (target) => target?.closest?.(".term");

/** Put the bubble beside its word; where that has left the window, close it. */
function settle() {
  if (!shown) return;
  const word = shown.getBoundingClientRect();
  const pane = { width: document.documentElement.clientWidth, height: window.innerHeight };
  if (!shown.isConnected || word.bottom < 0 || word.top > pane.height) {
    close();
    return;
  }
  const { left, top } = place(word, bubble.getBoundingClientRect(), pane);
  Object.assign(bubble.style, { left: `${left}px`, top: `${top}px` });
}

async function open(word, aloud = false) {
  clearTimeout(timer);
  if (shown === word || !reader.level) return;
  close();
  shown = word;
  const found = await explanation(word.dataset.term).catch((error) => console.error(error));
  if (!found || shown !== word) {
    // not to be had, or something else was asked for meanwhile
    if (shown === word) shown = null;
    return;
  }
  const [name, text] = found;
  const [strong, rest] = [document.createElement("strong"), document.createElement("span")];
  strong.textContent = name;
  rest.textContent = text;
  bubble.replaceChildren(strong, rest);
  bubble.hidden = false;
  (document.querySelector("main") ?? document.body).append(bubble); // a landmark, for those who go by them
  word.setAttribute("aria-describedby", NAME);
  word.setAttribute("aria-expanded", "true");
  settle();
  moves.observe(document.documentElement);
  changes.observe(document.body, { childList: true, subtree: true });
  if (aloud) reader.say(`${name}: ${text}`);
}

function close() {
  clearTimeout(timer);
  if (shown) {
    shown.removeAttribute("aria-describedby");
    shown.setAttribute("aria-expanded", "false");
  }
  shown = null;
  hovered = false;
  bubble.hidden = true;
  moves.disconnect();
  changes.disconnect();
}

const held = () => hovered || document.activeElement === shown;

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch") return;
  const word = wordAt(target);
  const on = Boolean(word && word === shown) || bubble.contains(target);
  if (on) {
    hovered = true;
    clearTimeout(timer);
    return;
  }
  if (word) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!word.matches(":hover")) return;
      open(word);
      hovered = true;
    }, REST);
    return;
  }
  if (hovered || !shown) {
    hovered = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (shown && !held()) close();
    }, LEAVE);
  }
});

document.addEventListener("focusin", ({ target }) => {
  const word = wordAt(target);
  if (word?.matches(":focus-visible")) open(word);
});

document.addEventListener("focusout", ({ target }) => {
  if (target === shown && !hovered) close();
});

// A press elsewhere closes; on the word it opens, or closes again where no pointer rests on it.
document.addEventListener("pointerdown", ({ target }) => {
  if (shown && !bubble.contains(target) && wordAt(target) !== shown) close();
});

document.addEventListener("click", ({ target }) => {
  const word = wordAt(target);
  if (!word) return;
  if (word === shown && !hovered) close();
  else open(word, true);
});

document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.preventDefault();
    event.stopPropagation(); // the map, which would go back, is not meant
    close();
  },
  true,
);

document.addEventListener("scroll", () => settle(), true);
