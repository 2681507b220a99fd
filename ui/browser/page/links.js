// Links and buttons anywhere on the page that are answered without loading it again: data-set, data-way, data-copy.
// Whichever component is mounted answers them: the map, or the list of links on a page without one.

import { closest, modified } from "./dom.js";

/**
 * What answers them, each optional but `say`: `set` a link with data-set, `way` a button that shows the whole way up or
 * down, `say` announcements; `width` is the designed width of the map that is shown.
 * @typedef {{
 *   set?: (control: HTMLElement) => void,
 *   way?: (way: "up" | "down") => boolean,
 *   say: (words: string) => void,
 *   width?: () => number,
 * }} Answers
 */

/** @type {Answers | null} */
let answers = null;

/**
 * Answer from now on with `given`.
 * @param {Answers} given
 */
export function answerWith(given) {
  answers = given;
}

/**
 * Stop answering with `given`, unless another component answers by now.
 * @param {Answers} given
 */
export function stopAnswering(given) {
  if (answers === given) answers = null;
}

/**
 * Copy the address, and say so with `said`; read the address out where it cannot be copied.
 * @param {HTMLElement} control
 * @param {string} said
 */
function copy(control, said) {
  navigator.clipboard.writeText(location.href).then(
    () => {
      answers?.say(said);
      control.textContent = said;
    },
    () => answers?.say(location.href),
  );
}

/**
 * Let a link to the picture as a file lead to the width that is shown here, which the server does not know.
 * @param {Event} event
 */
function setWidth(event) {
  const link = /** @type {HTMLAnchorElement | null} */ (closest(event, "[data-picture] a"));
  const width = link && answers?.width?.();
  if (!width) return;
  const file = new URL(link.href);
  file.searchParams.set("width", String(width));
  link.href = file.href;
}

for (const before of ["pointerdown", "focusin", "click"]) document.addEventListener(before, setWidth, true);

document.addEventListener("click", (event) => {
  const control = closest(event, "[data-set], [data-way], [data-copy]");
  if (!control || !answers || event.button || event.shiftKey || modified(event)) return;
  const { set, way, copy: said } = control.dataset;
  if (set && answers.set) answers.set(control);
  else if ((way === "up" || way === "down") && answers.way) {
    control.setAttribute("aria-pressed", String(answers.way(way)));
  } else if (said) copy(control, said);
  else return;
  event.preventDefault();
});
