// Magnifying the map: two buttons, and a frame inside which a magnified map scrolls.

import { element } from "../page/dom.js";

const SCALES = [1, 1.5, 2, 3];

export class Zoom {
  /**
   * @param {HTMLElement} frame
   * @param {() => void} changed called to draw the map in the frame at the new `scale`
   */
  constructor(frame, changed) {
    this.frame = frame;
    this.changed = changed;
    this.scale = SCALES[0];
    this.bar = element("div", "map-zooms");
    this.smaller = this.button("−", -1);
    this.larger = this.button("+", 1);
  }

  /**
   * @param {string} sign
   * @param {number} by
   */
  button(sign, by) {
    const made = element("button", "map-zoom", { type: "button" });
    made.textContent = sign;
    made.addEventListener("click", () => this.magnify(by));
    return made;
  }

  /**
   * Show the buttons, which have no names before, in the words of the level.
   * @param {Bundle["text"]} words
   */
  build(words) {
    name(this.smaller, words.zoom_out);
    name(this.larger, words.zoom_in);
    if (!this.bar.hasChildNodes()) this.bar.append(this.smaller, this.larger);
    this.magnify(0);
  }

  /** Show all of the map again. */
  reset() {
    this.scale = SCALES[0];
  }

  /**
   * Go one magnification up or down, and keep what is in the middle there.
   * @param {number} by
   */
  magnify(by) {
    const at = Math.max(0, Math.min(SCALES.length - 1, SCALES.indexOf(this.scale) + by));
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.frame;
    const ratio = SCALES[at] / this.scale;
    this.scale = SCALES[at];
    this.frame.classList.toggle("map-magnified", this.scale > 1);
    this.smaller.setAttribute("aria-disabled", String(at === 0));
    this.larger.setAttribute("aria-disabled", String(at === SCALES.length - 1));
    this.changed();
    this.frame.scrollTo(
      (scrollLeft + clientWidth / 2) * ratio - clientWidth / 2,
      (scrollTop + clientHeight / 2) * ratio - clientHeight / 2,
    );
  }
}

/**
 * @param {HTMLElement} button
 * @param {string} words
 */
function name(button, words) {
  button.setAttribute("aria-label", words);
  button.title = words;
}
