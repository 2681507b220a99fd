// Words that the glossary explains: a tooltip with the explanation while a `.term` is pointed at, focused or pressed.
// It stays while pointer or focus is on the word or on the tooltip, and Escape closes it without moving either.

import { closest, element, textElement } from "./dom.js";
import { fetchOnce } from "./load.js";
import { place } from "./tooltip-place.js";

const REST = 150; // ms that a pointer rests on a word before it is explained
const LEAVE = 300; // ms in which a pointer may cross from the word to the tooltip
const NAME = "term-bubble";

/** @type {{ level: Level | null, say: (words: string) => void }} */
let reader = { level: null, say: () => {} };
/** @type {HTMLElement | null} */
let shown = null; // the word that is explained now
let hovered = false; // whether the pointer is on the word or on the tooltip
/** @type {Timer | undefined} */
let timer;

const tooltip = element("div", NAME, { id: NAME, role: "tooltip", hidden: "" });
const moves = new ResizeObserver(() => settle());
const changes = new MutationObserver(() => {
  if (shown && !shown.isConnected) close();
});

/**
 * Explain words from now on as `level` does; `say` announces what was asked for by a press.
 * @param {Level} level
 * @param {(words: string) => void} say
 */
export function explainAs(level, say) {
  reader = { level, say };
}

/**
 * Name and explanation of a term.
 * @param {string} id
 * @returns {Promise<[string, string] | undefined>}
 */
async function explanation(id) {
  const url = new URL(`../glossary-${reader.level}.json`, import.meta.url).href;
  return (await fetchOnce(url, "json"))[id];
}

/** @param {Event} event */
const wordAt = (event) => closest(event, ".term");

/** @param {Event} event */
const onTooltip = (event) => tooltip.contains(/** @type {Node | null} */ (event.target));

/** Put the tooltip beside its word; close it if the word has left the window. */
function settle() {
  if (!shown) return;
  const word = shown.getBoundingClientRect();
  const pane = { width: document.documentElement.clientWidth, height: window.innerHeight };
  if (!shown.isConnected || word.bottom < 0 || word.top > pane.height) {
    close();
    return;
  }
  const { left, top } = place(word, tooltip.getBoundingClientRect(), pane);
  tooltip.style.left = `${left}px`;
  tooltip.style.top = `${top}px`;
}

/**
 * Explain a word, and announce the explanation if it is to be read `aloud`.
 * @param {HTMLElement} word
 */
async function open(word, aloud = false) {
  clearTimeout(timer);
  if (shown === word || !reader.level) return;
  close();
  shown = word;
  const found = await explanation(word.dataset.term ?? "").catch((error) => console.error(error));
  if (shown !== word) return; // something else was asked for meanwhile
  if (!found) {
    shown = null;
    return;
  }
  const [name, text] = found;
  tooltip.replaceChildren(textElement("strong", name), textElement("span", text));
  tooltip.hidden = false;
  (document.querySelector("main") ?? document.body).append(tooltip); // a landmark, for readers who navigate by them
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
  tooltip.hidden = true;
  moves.disconnect();
  changes.disconnect();
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const word = wordAt(event);
  if (onTooltip(event) || (word && word === shown)) {
    hovered = true;
    clearTimeout(timer);
  } else if (word) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!word.matches(":hover")) return;
      open(word);
      hovered = true;
    }, REST);
  } else if (hovered || !shown) {
    hovered = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (shown && !hovered && document.activeElement !== shown) close();
    }, LEAVE);
  }
});

document.addEventListener("focusin", (event) => {
  const word = wordAt(event);
  if (word?.matches(":focus-visible")) open(word);
});

document.addEventListener("focusout", ({ target }) => {
  if (target === shown && !hovered) close();
});

// A press elsewhere closes the tooltip; on the word it opens it, or closes it again where no pointer rests on the word.
document.addEventListener("pointerdown", (event) => {
  if (shown && !onTooltip(event) && wordAt(event) !== shown) close();
});

document.addEventListener("click", (event) => {
  const word = wordAt(event);
  if (!word) return;
  if (word === shown && !hovered) close();
  else open(word, true);
});

document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.preventDefault();
    event.stopPropagation(); // it is not meant for the map, which would go back
    close();
  },
  true,
);

document.addEventListener("scroll", () => settle(), true);
