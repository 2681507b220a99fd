// Magnifying the map: two buttons, and a frame inside which a magnified map scrolls.

import { element } from "../page/dom.js";

const SCALES = [1, 1.5, 2, 3];

export class Zoom {
  /** `changed` is called to draw the map in `frame` at the new `scale`. */
  constructor(frame, changed) {
    Object.assign(this, { frame, changed, scale: SCALES[0], bar: element("div", "map-zooms") });
  }

  /** Make the buttons, in the words of the level. */
  build({ zoom_in: more, zoom_out: less }) {
    const button = (sign, label, by) => {
      const made = element("button", "map-zoom", { type: "button", "aria-label": label, title: label });
      made.textContent = sign;
      made.addEventListener("click", () => this.magnify(by));
      return made;
    };
    this.bar.replaceChildren(button("−", less, -1), button("+", more, 1));
    this.magnify(0);
  }

  /** Show all of the map again. */
  reset() {
    this.scale = SCALES[0];
  }

  /** Go one magnification up or down, and keep what is in the middle there. */
  magnify(by) {
    const at = Math.max(0, Math.min(SCALES.length - 1, SCALES.indexOf(this.scale) + by));
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.frame;
    const ratio = SCALES[at] / this.scale;
    this.scale = SCALES[at];
    this.frame.classList.toggle("map-magnified", this.scale > 1);
    const [less, more] = this.bar.children;
    less.setAttribute("aria-disabled", String(at === 0));
    more.setAttribute("aria-disabled", String(at === SCALES.length - 1));
    this.changed();
    this.frame.scrollTo(
      (scrollLeft + clientWidth / 2) * ratio - clientWidth / 2,
      (scrollTop + clientHeight / 2) * ratio - clientHeight / 2,
    );
  }
}
