// The map on the page: picture first, then Plotly over the same picture, with real buttons on top.

import { emphasis } from "./emphasis.js";
import { figure } from "./figure.js";
import { legend } from "./legend.js";
import { loadPlotly, once } from "./load.js";
import { fit, hit, order, travel } from "./travel.js";

const KEYS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];
const SMALLEST = 24;

const measure = document.createElement("canvas").getContext("2d");
function widthOf(text, { size, role }) {
  measure.font = `${role === "name" ? 700 : 400} ${size}px Inter, sans-serif`;
  return measure.measureText(text).width * (role === "zone" ? 1.12 : 1);
}

const element = (tag, className, attributes = {}) => {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

export class MapView {
  constructor(root) {
    this.root = root;
    this.picture = element("img", "map-picture", { alt: "" });
    this.first = element("div", "map-first", { "aria-hidden": "true" });
    this.chart = element("div", "map-chart", { "aria-hidden": "true" });
    this.hits = element("div", "map-hits", { role: "group" });
    this.canvas = element("div", "map-canvas");
    this.canvas.append(this.picture, this.first, this.chart, this.hits);
    this.frame = element("div", "map-frame");
    this.frame.append(this.canvas);
    this.legend = element("ul", "map-legend");
    this.card = element("div", "map-card");
    this.live = element("div", "map-live", { "aria-live": "polite" });
    root.replaceChildren(this.frame, this.legend, this.card, this.live);
    this.buttons = new Map();
    this.focus = null; // what the address says
    this.pending = null; // a pick whose run has not come back yet
    this.over = null; // what the pointer or the keyboard is on
    this.here = null; // the one button that Tab reaches
    this.listen();
  }

  listen() {
    this.canvas.addEventListener("click", (event) => {
      const pick = event.target.dataset?.id ?? this.under(event);
      if (pick) this.pick(pick);
    });
    this.canvas.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch") return;
      const pick = event.target.dataset?.id ?? this.under(event);
      this.canvas.classList.toggle("map-on-target", Boolean(pick));
      this.hover(pick);
    });
    this.canvas.addEventListener("pointerleave", () => this.hover(null));
    this.hits.addEventListener("focusin", ({ target }) => {
      this.roam(target.dataset.id);
      if (target.matches(":focus-visible")) this.hover(target.dataset.id);
    });
    this.hits.addEventListener("focusout", () => this.hover(null));
    this.hits.addEventListener("keydown", (event) => this.key(event));
    this.resized = new ResizeObserver(() => this.layout());
    this.resized.observe(this.root);
    this.linked = (event) => this.follow(event);
    document.addEventListener("click", this.linked);
  }

  leave() {
    this.resized.disconnect();
    document.removeEventListener("click", this.linked);
    if (window.Plotly) window.Plotly.purge(this.chart);
  }

  /** Take over what a run of the page sent. */
  async update(data, send) {
    this.send = send;
    this.data = data;
    if (this.pending === null || this.pending === data.focus) {
      this.pending = null;
      this.focus = data.focus || null;
    }
    const level = data.level;
    try {
      const bundle = await once(`${data.base}/scene-${level}.json`, "json");
      if (this.data.level !== level) return; // a later run overtook this one
      if (this.bundle !== bundle) {
        this.bundle = bundle;
        this.width = 0;
        this.legend.innerHTML = legend(bundle.text.legend);
      }
      this.layout();
      this.react(await loadPlotly(data.base));
    } catch (error) {
      this.root.dataset.state = "failed";
      console.error(error);
    }
  }

  get scene() {
    return this.bundle.scenes[this.width];
  }

  /** Whether the page is dark, by the ground that Streamlit gave it. */
  get theme() {
    const ground = getComputedStyle(this.root).getPropertyValue("--st-background-color") || "#ffffff";
    const [r, g, b] = ground.trim().replace("#", "").match(/../g).map((part) => parseInt(part, 16));
    return r * 0.3 + g * 0.59 + b * 0.11 < 128 ? "dark" : "light";
  }

  /** Choose the designed width that fits, and lay out picture, buttons and first drawing for it. */
  layout() {
    if (!this.bundle) return;
    const { width, scale } = fit(Object.keys(this.bundle.scenes).map(Number), this.root.clientWidth);
    const theme = this.theme;
    if (this.root.dataset.theme !== theme || this.width !== width) {
      this.root.dataset.theme = theme;
      const palette = this.bundle.tokens.themes[theme];
      for (const [name, value] of Object.entries(palette)) {
        document.documentElement.style.setProperty(`--map-${name.replaceAll("_", "-")}`, value);
      }
      const picture = this.bundle.scenes[width].pictures?.[theme === "dark" ? 1 : 0];
      if (picture) this.picture.src = `${this.data.base}/${picture}`;
    }
    if (this.width !== width) {
      this.width = width;
      this.buildButtons();
      this.drawFirst();
    }
    const { height } = this.scene;
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
    Object.assign(this.frame.style, { width: `${width * scale}px`, height: `${height * scale}px` });
    this.light();
  }

  buildButtons() {
    const { things, links } = this.scene;
    const { text } = this.bundle;
    const held = this.hits.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    this.hits.setAttribute("aria-label", text.map_label);
    this.buttons.clear();
    const boxes = new Map([
      ...things.map((t) => [`node:${t.id}`, [t.x, t.y, t.half_width, t.half_height]]),
      ...links.map((l) => [`edge:${l.id}`, [...l.press, SMALLEST / 2, SMALLEST / 2]]),
    ]);
    for (const pick of order(this.scene)) {
      const [x, y, w, h] = boxes.get(pick);
      const [width, height] = [Math.max(SMALLEST, w * 2), Math.max(SMALLEST, h * 2)];
      const button = element("button", `map-hit map-hit-${pick.slice(0, 4)}`, {
        type: "button", "data-id": pick, tabindex: "-1", "aria-label": this.nameOf(pick),
      });
      Object.assign(button.style, {
        left: `${x - width / 2}px`, top: `${y - height / 2}px`, width: `${width}px`, height: `${height}px`,
      });
      this.buttons.set(pick, button);
    }
    this.hits.replaceChildren(...this.buttons.values());
    this.roam(held ?? this.here ?? this.focus);
    if (held) this.buttons.get(held)?.focus();
  }

  nameOf(pick) {
    const { things, links } = this.bundle;
    const id = pick.slice(5);
    return pick.startsWith("node:") ? `${things[id].name}, ${things[id].arrows}` : links[id].name;
  }

  /** Give Tab one place to enter the map: where the reader last was. */
  roam(pick) {
    const there = this.buttons.has(pick) ? pick : this.buttons.keys().next().value;
    if (this.buttons.has(this.here)) this.buttons.get(this.here).tabIndex = -1;
    this.here = there;
    this.buttons.get(there).tabIndex = 0;
  }

  async drawFirst() {
    if (this.drawn) return;
    const level = this.data.level;
    const text = await once(`${this.data.base}/${this.width}-${level}.svg`, "text");
    if (this.drawn || level !== this.data.level) return;
    this.first.innerHTML = text;
    this.root.dataset.state ??= "picture";
    this.light();
  }

  react(Plotly) {
    this.Plotly = Plotly;
    this.light();
  }

  /** Light what the pointer or the keyboard is on, else what is chosen. */
  light() {
    if (!this.bundle || !this.width) return;
    const pick = this.over ?? this.pending ?? this.focus;
    const lit = emphasis(this.scene, pick, this.data.whole);
    for (const [id, button] of this.buttons) {
      button.setAttribute("aria-pressed", String(id === (this.pending ?? this.focus)));
    }
    this.caption(pick);
    const theme = this.root.dataset.theme;
    const wanted = JSON.stringify([this.width, this.data.level, theme, lit]);
    if (this.Plotly) {
      if (this.wanted === wanted) return;
      this.wanted = wanted;
      const { data, layout, config } = figure(this.scene, this.bundle.tokens.themes[theme], this.bundle.tokens, lit);
      this.Plotly.react(this.chart, data, layout, config).then(() => {
        if (!this.drawn) this.first.replaceChildren();
        this.drawn = true;
        this.root.dataset.state = "chart";
      });
    } else {
      this.lightFirst(lit);
    }
  }

  lightFirst(lit) {
    for (const [part, roles] of [["thing", lit?.things], ["link", lit?.links]]) {
      for (const group of this.first.querySelectorAll(`[data-${part}]`)) {
        group.dataset.role = lit ? roles[group.dataset[part]] ?? "away" : "";
      }
    }
  }

  /** The card under the picture: what is under the pointer, in the reader's words. */
  caption(pick) {
    const { things, links, text } = this.bundle;
    const id = pick?.slice(5);
    const said = pick?.startsWith("node:") ? things[id] : links[id];
    const rows = said
      ? [["strong", said.name], ["span", said.text], ["em", said.evidence ?? said.arrows]]
      : [["span", text.hint]];
    const key = JSON.stringify(rows);
    if (this.said === key) return;
    this.said = key;
    this.card.replaceChildren(...rows.map(([tag, words]) => {
      const row = document.createElement(tag);
      row.textContent = words;
      return row;
    }));
  }

  under(event) {
    if (!this.bundle) return null;
    const box = this.canvas.getBoundingClientRect();
    const scale = box.width / this.width;
    return hit(this.scene, [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale], widthOf);
  }

  hover(pick) {
    if (this.over === pick) return;
    this.over = pick;
    cancelAnimationFrame(this.soon);
    this.soon = requestAnimationFrame(() => this.light());
  }

  /** Choose: answered here at once; the page's own run follows. */
  pick(pick) {
    this.pending = pick;
    this.over = null;
    if (this.buttons.has(pick)) this.roam(pick);
    this.light();
    this.send(pick);
    if (pick) this.announce(this.bundle.text.chosen.replace("{name}", this.nameOf(pick)));
  }

  announce(words) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { this.live.textContent = words; }, 300);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target.dataset.id;
    if (KEYS.includes(event.key)) {
      this.buttons.get(travel(this.scene, here, event.key))?.focus();
    } else if (event.key === "Escape") {
      this.pick("");
    } else if (event.key === "?") {
      this.announce(this.bundle.text.keys);
      this.said = null;
      this.card.replaceChildren(document.createTextNode(this.bundle.text.keys));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** A link on the page that names a thing or arrow is a pick, without a new page load. */
  follow(event) {
    const link = event.target.closest?.("a[data-pick]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.pick(link.dataset.pick);
  }
}
