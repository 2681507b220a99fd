// Real buttons over the things and arrows of the map, in the order in which they are read; Tab stops at one of them.

import { element } from "../page/dom.js";
import { order } from "./keyboard.js";

const SMALLEST = 24; // px

export class Buttons {
  /** They stand in `hits`. */
  constructor(hits) {
    this.hits = hits;
    this.byPick = new Map();
    this.here = null; // the one that Tab reaches
  }

  /** Make those of a scene, with their names by pick; the focus stays, or goes to where Tab would enter. */
  build(scene, label, nameOf, chosen) {
    const held = this.hits.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    this.hits.setAttribute("aria-label", label);
    this.byPick.clear();
    const boxes = new Map([
      ...scene.things.map((t) => [`node:${t.id}`, [t.x, t.y, t.half_width, t.half_height]]),
      ...scene.links.map((l) => [`edge:${l.id}`, [...l.press, SMALLEST / 2, SMALLEST / 2]]),
    ]);
    for (const pick of order(scene)) {
      const [x, y, w, h] = boxes.get(pick);
      const [width, height] = [Math.max(SMALLEST, w * 2), Math.max(SMALLEST, h * 2)];
      const button = element("button", `map-hit map-hit-${pick.slice(0, 4)}`, {
        type: "button",
        "data-id": pick,
        tabindex: "-1",
        "aria-label": nameOf(pick),
      });
      const [left, top] = [`${x - width / 2}px`, `${y - height / 2}px`];
      Object.assign(button.style, { left, top, width: `${width}px`, height: `${height}px` });
      this.byPick.set(pick, button);
    }
    this.hits.replaceChildren(...this.byPick.values());
    this.roam(held ?? this.here ?? chosen);
    if (held) this.focus(this.here);
  }

  has(pick) {
    return this.byPick.has(pick);
  }

  focus(pick) {
    this.byPick.get(pick)?.focus({ preventScroll: true });
  }

  /** Give Tab one place to enter the map: where the reader last was. */
  roam(pick) {
    const there = this.byPick.has(pick) ? pick : this.byPick.keys().next().value;
    if (this.byPick.has(this.here)) this.byPick.get(this.here).tabIndex = -1;
    this.here = there;
    this.byPick.get(there).tabIndex = 0;
  }

  /** Say of each whether it is the chosen one. */
  press(chosen) {
    for (const [pick, button] of this.byPick) button.setAttribute("aria-pressed", String(pick === chosen));
  }
}
