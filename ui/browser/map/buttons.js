// Real buttons over the things and arrows of the map, in reading order; Tab stops at one of them.

import { element } from "../page/dom.js";
import { order } from "./keyboard.js";

const SMALLEST = 24; // px

export class Buttons {
  /** @param {HTMLElement} hits the element that holds them */
  constructor(hits) {
    this.hits = hits;
    /** @type {Map<PartId, HTMLButtonElement>} */
    this.byPick = new Map();
    /** @type {PartId | null} */
    this.tabStop = null;
  }

  /**
   * Make the buttons of a scene. The focus stays where it is, or goes to where Tab would enter.
   * @param {Scene} scene
   * @param {string} label
   * @param {(pick: PartId) => string} nameOf
   * @param {PartId} chosen
   */
  build(scene, label, nameOf, chosen) {
    const focused = this.hits.contains(document.activeElement) ? document.activeElement : null;
    const held = focused instanceof HTMLElement ? focused.dataset.id : undefined;
    this.hits.setAttribute("aria-label", label);
    this.byPick.clear();
    const boxes = boxesOf(scene);
    for (const pick of order(scene)) {
      const box = boxes.get(pick);
      if (!box) continue;
      const button = element("button", `map-hit map-hit-${pick.slice(0, 4)}`, {
        type: "button",
        "data-id": pick,
        tabindex: "-1",
        "aria-label": nameOf(pick),
      });
      for (const [side, length] of Object.entries(box)) button.style.setProperty(side, `${length}px`);
      this.byPick.set(pick, button);
    }
    this.hits.replaceChildren(...this.byPick.values());
    this.moveTabStop(held ?? this.tabStop ?? chosen);
    if (held && this.tabStop) this.focus(this.tabStop);
  }

  /** @param {PartId} pick */
  has(pick) {
    return this.byPick.has(pick);
  }

  /** @param {PartId} pick */
  focus(pick) {
    this.byPick.get(pick)?.focus({ preventScroll: true });
  }

  /**
   * Let Tab enter the map at one button, where the reader last was; at the first where there is no such button.
   * @param {PartId} pick
   */
  moveTabStop(pick) {
    const [first = ""] = this.byPick.keys();
    const next = this.byPick.get(pick) ?? this.byPick.get(first);
    const last = this.byPick.get(this.tabStop ?? "");
    if (last) last.tabIndex = -1;
    this.tabStop = this.byPick.has(pick) ? pick : first;
    if (next) next.tabIndex = 0;
  }

  /**
   * Tell assistive technology which button is selected.
   * @param {PartId} chosen
   */
  markChosen(chosen) {
    for (const [pick, button] of this.byPick) button.setAttribute("aria-pressed", String(pick === chosen));
  }
}

/**
 * The place and size in px of the button of each thing and arrow.
 * @param {Scene} scene
 */
function boxesOf({ things, links }) {
  /** @type {Map<PartId, { left: number, top: number, width: number, height: number }>} */
  const boxes = new Map();
  /** @type {(pick: PartId, x: number, y: number, wide: number, tall: number) => void} */
  const add = (pick, x, y, wide, tall) => {
    const width = Math.max(SMALLEST, wide);
    const height = Math.max(SMALLEST, tall);
    boxes.set(pick, { left: x - width / 2, top: y - height / 2, width, height });
  };
  for (const { id, x, y, half_width, half_height } of things) add(`node:${id}`, x, y, half_width * 2, half_height * 2);
  for (const { id, press } of links) add(`edge:${id}`, press[0], press[1], SMALLEST, SMALLEST);
  return boxes;
}
