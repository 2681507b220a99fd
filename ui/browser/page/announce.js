// Polite announcements for screen readers.

import { element } from "./dom.js";

const PAUSE = 400; // ms: of several announcements in a row only the last is made

export class Voice {
  constructor() {
    this.region = element("div", "map-live", { "aria-live": "polite" });
  }

  say(words) {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => {
      this.region.textContent = words;
    }, PAUSE);
  }
}
