// The search box of every page: results as real links in groups, reached with the arrow keys.

import { element } from "../page/dom.js";
import { counted } from "../page/plural.js";
import { step } from "./list-keys.js";
import "../page/style.js";
import { Voice } from "../page/announce.js";

const PAUSE = 120; // ms after the last letter
const boxes = new WeakMap();

/** Draw, or bring up to date, the search box in the component's element. */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-search]");
  if (!root) return;
  if (!boxes.has(root)) boxes.set(root, new SearchBox(root));
  boxes.get(root).update(component.data);
}

class SearchBox {
  constructor(root) {
    this.root = root;
    this.voice = new Voice();
    this.label = element("label", "search-label");
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
    this.label.append(element("span", "search-name"), this.field);
    root.replaceChildren(this.label, this.results, this.voice.region);
    this.field.addEventListener("input", () => this.soon());
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!root.contains(relatedTarget)) this.close();
    });
    this.results.addEventListener("click", (event) => {
      if (event.target.closest("[data-set]")) this.close();
    });
  }

  update(data) {
    this.data = data;
    this.label.firstChild.textContent = data.label;
    this.field.placeholder = data.hint;
    this.results.setAttribute("aria-label", data.label);
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
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
      if (error.name !== "AbortError") console.error(error);
    }
  }

  show({ count, groups }) {
    const parts = groups.map(({ name, results }, number) => {
      const heading = element("p", "search-kind", { id: `search-kind-${number}` });
      heading.textContent = name;
      const list = element("ul", "search-group", { "aria-labelledby": heading.id });
      list.append(...results.map((result) => this.result(result)));
      return [heading, list];
    });
    this.results.replaceChildren(...parts.flat());
    const said = count ? counted(this.data.count, count) : this.data.nothing;
    if (!count) this.results.textContent = said;
    this.results.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.voice.say(said);
  }

  result({ label, href, set }) {
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

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...this.results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const to = this.results.hidden ? null : step(event.key, at, links.length);
    if (to !== null) (to < 0 ? this.field : links[to]).focus();
    else if (event.key === "Enter" && event.target === this.field && links.length && !this.results.hidden)
      links[0].click();
    else if (event.key === "ArrowDown" && this.results.hidden && event.target === this.field) this.ask();
    else if (event.key === "Escape" && !this.results.hidden) {
      this.close();
      this.field.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
