// Pointer and keyboard on the map: what they are on is looked at, and what they press is selected.

import { modified, textWidth } from "../page/dom.js";
import { hit, nextPart } from "./keyboard.js";

/** @typedef {import("./view.js").MapView} MapView */

const KEYS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];

/**
 * Let `view` answer pointer and keyboard.
 * @param {MapView} view
 */
export function listen(view) {
  const { canvas, hits } = view;
  let request = 0;
  /** @param {PartId | null} pick */
  const hover = (pick) => {
    if (view.over === pick) return;
    view.over = pick;
    view.caption.listing = false;
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => view.light());
  };
  canvas.addEventListener("click", (event) => {
    const pick = buttonAt(event) ?? partUnder(view, event);
    if (pick) view.pick(pick, event.detail > 0);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const pick = buttonAt(event) ?? partUnder(view, event);
    canvas.classList.toggle("map-on-target", Boolean(pick));
    hover(pick);
  });
  canvas.addEventListener("pointerleave", () => hover(null));
  hits.addEventListener("focusin", (event) => {
    const pick = buttonAt(event) ?? "";
    view.buttons.moveTabStop(pick);
    if (/** @type {Element} */ (event.target).matches(":focus-visible")) hover(pick);
    view.layout();
  });
  hits.addEventListener("focusout", () => hover(null));
  hits.addEventListener("keydown", (event) => {
    if (modified(event) || !answered(view, event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/**
 * The thing or arrow of the button that an event is on.
 * @param {Event} event
 */
const buttonAt = ({ target }) => /** @type {HTMLElement | null} */ (target)?.dataset?.id;

/**
 * The thing or arrow under the pointer.
 * @param {MapView} view
 * @param {MouseEvent} event
 */
function partUnder(view, { clientX, clientY }) {
  if (!view.bundle) return null;
  const box = view.canvas.getBoundingClientRect();
  const scale = box.width / view.width;
  return hit(view.scene, [(clientX - box.left) / scale, (clientY - box.top) / scale], textWidth);
}

/**
 * Do what a key asks for; returns whether it asks for anything.
 * @param {MapView} view
 * @param {KeyboardEvent} event
 */
function answered(view, event) {
  const { key } = event;
  const { listing } = view.caption;
  if (KEYS.includes(key)) view.buttons.focus(nextPart(view.scene, buttonAt(event) ?? "", key));
  else if (key === "?" || (key === "Escape" && listing)) listKeys(view, !listing);
  else if (key === "Escape") view.pick("");
  else return false;
  return true;
}

/**
 * List the keys in the card, or show there again what is selected.
 * @param {MapView} view
 * @param {boolean} listing
 */
function listKeys(view, listing) {
  if (view.bundle) view.caption.listKeys(view.bundle, listing);
  view.light();
}
