// The slider of the two clocks: the words of a moment and the line through the lanes follow it at once; the page's own
// run, which brings the marks on the map and the address, follows where it comes to rest.

import { pending } from "../page/set.js";
import { stop } from "./slider-stops.js";

const REST = 250; // ms after which a moment is asked for

let soon = 0;
let going = null; // the moment that the slider moves to and the server has not been asked for yet
let told = { set: () => {}, say: () => {} };

const knob = () => document.querySelector("[data-clock]");

/** Show the moment at a place of the slider, everywhere on the page. */
function show(slider, place) {
  const now = stop(JSON.parse(slider.dataset.clock), place);
  if (Number(slider.value) !== now.at) slider.value = now.at;
  slider.setAttribute("aria-valuetext", now.name);
  for (const label of document.querySelectorAll("[data-clock-moment]")) label.textContent = now.name;
  for (const block of document.querySelectorAll("[data-clock-now]")) block.hidden = block.dataset.clockNow !== now.id;
  for (const plots of document.querySelectorAll("[data-clock-plots]"))
    plots.style.setProperty("--clock-now", now.share);
  for (const button of document.querySelectorAll("[data-clock-step]")) {
    const end = Number(button.dataset.clockStep) < 0 ? now.first : now.last;
    if (end) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
  return now;
}

/** The reader has gone to a place: show it, and ask for it once the slider rests. */
function go(slider, place) {
  const now = show(slider, place);
  going = now.id;
  clearTimeout(soon);
  soon = setTimeout(() => {
    const rows = document.querySelectorAll(`[data-clock-now="${now.id}"] [data-clock-say] :is(li, p)`);
    told.say([now.name, ...[...rows].map((row) => row.textContent)].join(". "));
    going = null;
    told.set({ at: now.id });
  }, REST);
}

document.addEventListener("input", ({ target }) => {
  if (target.matches?.("[data-clock]")) go(target, Number(target.value));
});

document.addEventListener("click", ({ target }) => {
  const by = target.closest?.("[data-clock-step]")?.dataset.clockStep;
  const slider = knob();
  if (!by || !slider) return;
  const now = stop(JSON.parse(slider.dataset.clock), Number(slider.value) + Number(by));
  if (now.at !== Number(slider.value)) go(slider, now.at);
});

/** Bring the page up to the moment of the last run, unless the reader has gone on since. */
export function clockAt(moment, answers) {
  told = answers;
  const slider = knob();
  if (!moment || !slider) return;
  const asked = going ?? pending().at;
  if (asked && asked !== moment) return;
  show(slider, JSON.parse(slider.dataset.clock)[0].indexOf(moment));
}
