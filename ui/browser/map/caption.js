// Words around the map: the card under the picture, polite announcements, and the way to the panel.

import { Voice } from "../page/announce.js";
import { element } from "../page/dom.js";

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Caption {
  constructor() {
    this.card = element("div", "map-card");
    this.listing = false;
    this.voice = new Voice();
  }

  /**
   * Show what `pick` is in the reader's words, else the `moment` of the story, or how to begin; the keys stay until the
   * reader moves on.
   */
  show({ things, links, text }, pick, moment) {
    if (this.listing) {
      this.rows([["span", text.keys]]);
      return;
    }
    const id = pick?.slice(5);
    const said = pick?.startsWith("node:") ? things[id] : links[id];
    if (said)
      this.rows([
        ["strong", said.name],
        ["span", said.text],
        ["em", said.evidence ?? said.arrows],
      ]);
    else
      this.rows(
        moment
          ? [
              ["strong", moment.title],
              ["span", moment.text],
            ]
          : [
              ["span", text.caution],
              ["em", text.hint],
            ],
      );
  }

  /** List the keys, or no longer. */
  keys({ text }, listing) {
    this.listing = listing;
    if (listing) this.announce(text.keys);
  }

  rows(rows) {
    const key = JSON.stringify(rows);
    if (this.shown === key) return;
    this.shown = key;
    this.card.replaceChildren(
      ...rows.map(([tag, words]) => {
        const row = document.createElement(tag);
        row.textContent = words;
        return row;
      }),
    );
  }

  /** Say what has changed in the picture as a whole, once. */
  tell(says = "") {
    if (says && this.told !== says) this.announce(says);
    this.told = says;
  }

  announceChosen({ text }, name) {
    this.announce(text.chosen.replace("{name}", name));
  }

  announce(words) {
    this.voice.say(words);
  }

  /** Bring the map and its panel back into view for a reader who picked something further down the page. */
  backToMap(root) {
    if (root.getBoundingClientRect().bottom > window.innerHeight / 4) return;
    root.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
  }

  /** Bring the upper edge of the map into view, where a page scrolled further hides it. */
  showTop(root) {
    if (root.getBoundingClientRect().top >= 0) return;
    root.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
  }

  /** Where the panel stands below the map, bring it into view once it has changed; says whether it stands there. */
  towardsPanel(root) {
    const panel = document.querySelector("[data-panel]");
    if (!panel || panel.getBoundingClientRect().top < root.getBoundingClientRect().bottom - 8) return false;
    this.changed?.disconnect();
    this.changed = new MutationObserver(() => {
      this.changed.disconnect();
      document.querySelector("[data-panel]")?.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
    });
    this.changed.observe(panel.parentElement ?? panel, { childList: true, subtree: true, characterData: true });
    return true;
  }
}
