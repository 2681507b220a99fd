// The time slider: the words of a moment and the line through the lanes follow it at once; the page's own run, which
// brings the marks on the map and the address, follows where it comes to rest.

import { closest } from "../page/dom.js";
import { pending } from "../page/set.js";
import { stop } from "./slider-stops.js";

const REST = 250; // ms after which a moment is asked for

/** @typedef {{ set: (changes: Changes) => void, say: (words: string) => void }} Answers */

/** @type {Answers} */
let answers = { set: () => {}, say: () => {} };
/** @type {Timer | undefined} */
let timer;
/** @type {string | null} */
let going = null; // the moment that the slider moves to and the server has not been asked for yet

/** @returns {HTMLInputElement | null} */
const findSlider = () => document.querySelector("[data-clock]");

/**
 * The stops of the slider, which the server wrote on it.
 * @param {HTMLInputElement} slider
 * @returns {import("./slider-stops.js").Stops}
 */
const stopsOf = (slider) => JSON.parse(slider.dataset.clock ?? "");

/**
 * Every element of the page that matches `selector`.
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
const all = (selector) => document.querySelectorAll(selector);

/**
 * Show the moment at a place of the slider, everywhere on the page.
 * @param {HTMLInputElement} slider
 * @param {number} place
 */
function show(slider, place) {
  const now = stop(stopsOf(slider), place);
  if (Number(slider.value) !== now.at) slider.value = String(now.at);
  slider.setAttribute("aria-valuetext", now.name);
  for (const label of all("[data-clock-moment]")) label.textContent = now.name;
  for (const block of all("[data-clock-now]")) block.hidden = block.dataset.clockNow !== now.id;
  for (const plots of all("[data-clock-plots]")) plots.style.setProperty("--clock-now", now.share);
  for (const button of all("[data-clock-step]")) {
    const end = Number(button.dataset.clockStep) < 0 ? now.first : now.last;
    if (end) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
  return now;
}

/**
 * The reader has gone to a place: show it, and ask for it once the slider rests.
 * @param {HTMLInputElement} slider
 * @param {number} place
 */
function go(slider, place) {
  const { id, name } = show(slider, place);
  going = id;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const rows = [...all(`[data-clock-now="${id}"] [data-clock-say] :is(li, p)`)];
    answers.say([name, ...rows.map((row) => row.textContent)].join(". "));
    going = null;
    answers.set({ at: id });
  }, REST);
}

document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches("[data-clock]")) go(target, Number(target.value));
});

document.addEventListener("click", (event) => {
  const by = closest(event, "[data-clock-step]")?.dataset.clockStep;
  const slider = findSlider();
  if (!by || !slider) return;
  const place = Number(slider.value) + Number(by);
  if (stop(stopsOf(slider), place).at !== Number(slider.value)) go(slider, place);
});

/**
 * Bring the page up to the moment of the last run, unless the reader has gone on since.
 * @param {string} moment
 * @param {Answers} given
 */
export function updateSlider(moment, given) {
  answers = given;
  const slider = findSlider();
  if (!moment || !slider) return;
  const asked = going ?? pending().at;
  if (asked && asked !== moment) return;
  show(slider, stopsOf(slider)[0].indexOf(moment));
}
