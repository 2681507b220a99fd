// Words around the map: the card under the picture, announcements, and scrolling to the panel.

import { Announcer } from "../page/announce.js";
import { element, scrollToTop, textElement } from "../page/dom.js";

/** @typedef {[tag: "strong" | "span" | "em", words: string][]} Rows */

export class Caption {
  constructor() {
    this.card = element("div", "map-card");
    this.listing = false; // whether the card lists the keys
    this.announcer = new Announcer();
    this.shown = "";
    this.said = "";
    /** @type {MutationObserver | undefined} */
    this.panelChange = undefined;
  }

  /**
   * Show what `pick` is in the reader's words, else the `moment` of the story, else how to begin; a list of the keys
   * stays until the reader moves on.
   * @param {Bundle} bundle
   * @param {PartId} pick
   * @param {Moment | undefined} moment
   */
  show({ things, links, text }, pick, moment) {
    const id = pick.slice(5);
    const words = pick.startsWith("node:") ? things[id] : links[id];
    if (this.listing) this.setRows([["span", text.keys]]);
    else if (words) {
      this.setRows([
        ["strong", words.name],
        ["span", words.text],
        ["em", words.evidence ?? words.arrows],
      ]);
    } else if (moment) {
      this.setRows([
        ["strong", moment.title],
        ["span", moment.text],
      ]);
    } else {
      this.setRows([
        ["span", text.caution],
        ["em", text.hint],
      ]);
    }
  }

  /**
   * List the keys, or no longer.
   * @param {Bundle} bundle
   * @param {boolean} listing
   */
  listKeys({ text }, listing) {
    this.listing = listing;
    if (listing) this.announce(text.keys);
  }

  /** @param {Rows} rows */
  setRows(rows) {
    const key = JSON.stringify(rows);
    if (this.shown === key) return;
    this.shown = key;
    this.card.replaceChildren(...rows.map(([tag, words]) => textElement(tag, words)));
  }

  /** Announce what has changed in the picture as a whole, once. */
  announceOnce(says = "") {
    if (says && this.said !== says) this.announce(says);
    this.said = says;
  }

  /**
   * @param {Bundle} bundle
   * @param {string} name
   */
  announceChosen({ text }, name) {
    this.announce(text.chosen.replace("{name}", name));
  }

  /** @param {string} words */
  announce(words) {
    this.announcer.say(words);
  }

  /**
   * Bring the map and its panel back into view for a reader who selected something further down the page.
   * @param {Element} root
   */
  backToMap(root) {
    if (root.getBoundingClientRect().bottom <= window.innerHeight / 4) scrollToTop(root);
  }

  /**
   * Bring the upper edge of the map into view if the page is scrolled past it.
   * @param {Element} root
   */
  showTop(root) {
    if (root.getBoundingClientRect().top < 0) scrollToTop(root);
  }

  /**
   * Where the panel is below the map, bring it into view once it has changed; returns whether it is.
   * @param {Element} root
   */
  towardsPanel(root) {
    const panel = document.querySelector("[data-panel]");
    if (!panel || panel.getBoundingClientRect().top < root.getBoundingClientRect().bottom - 8) return false;
    this.panelChange?.disconnect();
    this.panelChange = new MutationObserver((_, observer) => {
      observer.disconnect();
      const changed = document.querySelector("[data-panel]");
      if (changed) scrollToTop(changed);
    });
    const { parentElement } = panel;
    this.panelChange.observe(parentElement ?? panel, { childList: true, subtree: true, characterData: true });
    return true;
  }
}
