// The search box of every page: results as real links in groups, reached with the arrow keys.

import { Announcer } from "../page/announce.js";
import { closest, element, modified, textElement } from "../page/dom.js";
import { counted } from "../page/plural.js";
import { step } from "./list-keys.js";
import "../page/style.js";

const PAUSE = 120; // ms after the last letter

/**
 * Words of the search box; `on_map` says whether a result can be shown on the page's map.
 * @typedef {{ level: Level, on_map: boolean, label: string, hint: string, count: Phrase, nothing: string }} SearchData
 */
/** @typedef {{ label: string, href: string, set?: string }} Result */
/** @typedef {{ count: number, groups: { name: string, results: Result[] }[] }} Found */

/** @type {WeakMap<Element, SearchBox>} */
const boxes = new WeakMap();

/**
 * Draw, or bring up to date, the search box in the component's element.
 * @param {Component<SearchData>} component
 */
export function draw(component) {
  /** @type {HTMLElement | null} */
  const root = component.parentElement.querySelector("[data-search]");
  if (!root) return;
  const box = boxes.get(root) ?? new SearchBox(root, component.data);
  boxes.set(root, box);
  box.update(component.data);
}

class SearchBox {
  /**
   * @param {HTMLElement} root
   * @param {SearchData} data
   */
  constructor(root, data) {
    this.data = data;
    this.announcer = new Announcer();
    this.name = element("span", "search-name");
    this.field = element("input", "search-field", {
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      maxlength: "100",
      "aria-controls": "search-results",
      "aria-expanded": "false",
      role: "combobox",
      "aria-haspopup": "dialog",
    });
    this.results = element("div", "search-results", { id: "search-results", role: "dialog", hidden: "" });
    const label = element("label", "search-label");
    label.append(this.name, this.field);
    root.replaceChildren(label, this.results, this.announcer.region);
    this.field.addEventListener("input", () => this.searchSoon());
    root.addEventListener("keydown", (event) => this.onKey(event));
    root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!root.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
    });
    this.results.addEventListener("click", (event) => {
      if (closest(event, "[data-set]")) this.close();
    });
  }

  /** @param {SearchData} data */
  update(data) {
    this.data = data;
    this.name.textContent = data.label;
    this.field.placeholder = data.hint;
    this.results.setAttribute("aria-label", data.label);
  }

  searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), PAUSE);
  }

  /** Ask the server for what the field says; an older request that is still open is dropped. */
  async search() {
    const asked = this.field.value.trim();
    this.request?.abort();
    if (!asked) {
      this.close();
      return;
    }
    this.request = new AbortController();
    const query = new URLSearchParams({ q: asked, level: this.data.level });
    try {
      const answer = await fetch(`./api/search?${query}`, { signal: this.request.signal });
      if (!answer.ok) throw new Error(`${answer.status} for a search`);
      this.show(await answer.json());
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) console.error(error);
    }
  }

  /** @param {Found} found */
  show({ count, groups }) {
    const parts = groups.flatMap(({ name, results }, number) => {
      const heading = textElement("p", name, "search-kind");
      heading.id = `search-kind-${number}`;
      const list = element("ul", "search-group", { "aria-labelledby": heading.id });
      list.append(...results.map((result) => this.row(result)));
      return [heading, list];
    });
    this.results.replaceChildren(...parts);
    const said = count ? counted(this.data.count, count) : this.data.nothing;
    if (!count) this.results.textContent = said;
    this.results.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.announcer.say(said);
  }

  /** @param {Result} result */
  row({ label, href, set }) {
    const link = element("a", "search-result", { href, target: "_self" });
    link.textContent = label;
    if (set && this.data.on_map) link.dataset.set = set;
    const row = document.createElement("li");
    row.append(link);
    return row;
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.results.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (modified(event) || !this.answers(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Do what a key asks for; says whether it asks for anything.
   * @param {KeyboardEvent} event
   */
  answers({ key, target }) {
    const links = [...this.results.querySelectorAll("a")];
    const inField = target === this.field;
    if (this.results.hidden) {
      if (key !== "ArrowDown" || !inField) return false;
      this.search();
      return true;
    }
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    const to = step(key, at, links.length);
    if (to !== null) (links[to] ?? this.field).focus();
    else if (key === "Enter" && inField && links[0]) links[0].click();
    else if (key === "Escape") {
      this.close();
      this.field.focus();
    } else return false;
    return true;
  }
}
