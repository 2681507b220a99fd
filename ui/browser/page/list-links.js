// A page without a map: its links change the address, and ask the server for the page as it then is.

import { scrollToAnchor } from "./anchors.js";
import { Announcer } from "./announce.js";
import { applyPalette, themeOf, unfold } from "./dom.js";
import { restoreFocus } from "./focus.js";
import { answerWith, stopAnswering } from "./links.js";
import { carried, changed, heard, set } from "./set.js";
import "./style.js";
import { explainAs } from "./terms.js";

const SETTLED = 300; // ms after which the list of a run is in the page

/** @typedef {{ level: Level, level_changed: string, palettes: Record<Theme, Palette>, heard: number }} ListData */

/** @type {WeakMap<Element, ListLinks>} */
const lists = new WeakMap();

/**
 * Answer the page's links, and announce when the words have changed to those of another level.
 * @param {Component<ListData>} component
 */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-links]");
  if (!root) return;
  const list = lists.get(root) ?? new ListLinks(root);
  lists.set(root, list);
  list.update(component);
  scrollToAnchor();
}

/**
 * Stop answering once the element has gone. Streamlit also calls this for an element that stays.
 * @param {Element} parentElement
 */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-links]");
  setTimeout(() => {
    const list = root && !root.isConnected && lists.get(root);
    if (list) stopAnswering(list.answers);
  });
}

class ListLinks {
  /** @param {Element} root */
  constructor(root) {
    this.root = root;
    this.announcer = new Announcer();
    root.replaceChildren(this.announcer.region);
    this.answers = {
      /** @param {HTMLElement} link */
      set: (link) => this.follow(link),
      /** @param {string} words */
      say: (words) => this.announcer.say(words),
    };
    /** @type {Level | undefined} */
    this.level = undefined;
    this.count = "";
  }

  /** @param {Component<ListData>} component */
  update(component) {
    this.component = component;
    const { level, level_changed: levelChanged, palettes } = component.data;
    applyPalette(palettes[themeOf(this.root)]);
    if (this.level && this.level !== level) this.announcer.say(levelChanged);
    this.level = level;
    setTimeout(() => this.announceCount(), SETTLED);
    heard(component.data.heard);
    answerWith(this.answers);
    explainAs(level, this.answers.say);
  }

  /**
   * Make the changes that a link carries, in the address at once so that they make no history.
   * @param {HTMLElement} link
   */
  follow(link) {
    const changes = carried(link);
    this.focus?.disconnect();
    this.focus = restoreFocus(link, unfold);
    history.replaceState(history.state, "", `?${changed(location.search, changes)}`);
    set(changes, (message) => this.component?.setTriggerValue("set", message));
  }

  /** Announce how many records are shown if that has changed; the line itself is a new element after each run. */
  announceCount() {
    const count = document.querySelector(".shown > span")?.textContent ?? "";
    if (this.count && count && this.count !== count) this.announcer.say(count);
    this.count = count;
  }
}
