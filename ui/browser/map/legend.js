// The legend: how to read the marks, drawn with the marks themselves. Their shape carries the meaning; colour only
// says what is lit.

import { element } from "../page/dom.js";

/** @type {Record<string, string>} */
const MARKS = {
  increases: '<path d="M2 8H18"/><path class="fill" d="M27 8L17 3.6V12.4Z"/>',
  decreases: '<path d="M2 8H25"/><path class="thick" d="M25.5 2V14"/>',
  modulates: '<path d="M2 8H18"/><path class="fill" d="M27 8L22.5 3.5L18 8L22.5 12.5Z"/>',
  hexagon: '<path d="M21 8L17.5 14H10.5L7 8L10.5 2H17.5Z"/>',
  square: '<rect x="8" y="2" width="12" height="12" rx="2.5"/>',
  circle: '<circle cx="14" cy="8" r="6.2"/>',
  diamond: '<path d="M14 1.4L20.6 8L14 14.6L7.4 8Z"/>',
  pill: '<rect x="3" y="2.5" width="22" height="11" rx="5.5"/>',
  split: '<path d="M2 8H11M17 8H27M11 13L13 3M15 13L17 3"/>',
  solid: '<path d="M2 8H27"/>',
  dashed: '<path d="M2 8H27" stroke-dasharray="8 4"/>',
  dotted: '<path d="M2 8H27" stroke-dasharray="2 3"/>',
  faded: '<path d="M2 8H27" opacity=".32"/>',
  number: '<circle cx="14" cy="8" r="7"/><text x="14" y="12" font-size="11" text-anchor="middle">1</text>',
};

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * @param {string} mark
 * @param {string} text
 */
const item = (mark, text) =>
  `<li><svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">${MARKS[mark]}</svg>${escaped(text)}</li>`;

/**
 * List items for the marks, then those of the lens in use with a sentence on what it shows, and the account in use.
 * Pure.
 * @param {LegendWords} words
 * @param {Lens} lens
 * @param {string} account
 */
export function legend({ lenses, ...marks }, lens = "all", account = "") {
  const used = lenses[lens] ?? { says: "", marks: {} };
  const items = Object.entries({ ...marks, ...used.marks }).map(([mark, text]) => item(mark, text));
  for (const says of [used.says, account]) if (says) items.push(`<li class="map-lens">${escaped(says)}</li>`);
  return items.join("");
}

/** The legend on the page. */
export class Legend {
  constructor() {
    this.list = element("ul", "map-legend");
    this.shown = "";
  }

  /**
   * Show how to read the marks, through a lens and for an account.
   * @param {LegendWords} words
   * @param {Lens} lens
   * @param {string} account
   */
  show(words, lens, account) {
    const rows = legend(words, lens, account);
    if (this.shown === rows) return;
    this.shown = rows;
    this.list.innerHTML = rows;
  }
}
