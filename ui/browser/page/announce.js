// Polite announcements for screen readers.

import { element } from "./dom.js";

const PAUSE = 400; // ms: of several announcements in a row only the last is made

export class Announcer {
  constructor() {
    this.region = element("div", "map-live", { "aria-live": "polite" });
    /** @type {Timer | undefined} */
    this.timer = undefined;
  }

  /** @param {string} words */
  say(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.region.textContent = words;
    }, PAUSE);
  }
}
