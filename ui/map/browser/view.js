// The map on the page: picture first, then Plotly over the same picture, with real buttons on top.

import { Caption } from "./caption.js";
import { roles } from "./emphasis.js";
import { figure, ownerOf } from "./figure.js";
import { glide } from "./glide.js";
import { legend } from "./legend.js";
import { loadPlotly, once } from "./load.js";
import { calm, element, textWidth, themeOf, wear } from "./page.js";
import { Picture } from "./picture.js";
import { fit, hit, order, travel } from "./travel.js";
import { Zoom } from "./zoom.js";

const KEYS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];
const SMALLEST = 24;

export class MapView {
  constructor(root) {
    this.root = root;
    this.picture = new Picture();
    this.first = element("div", "map-first", { "aria-hidden": "true" });
    this.chart = element("div", "map-chart", { "aria-hidden": "true" });
    this.hits = element("div", "map-hits", { role: "group" });
    this.canvas = element("div", "map-canvas");
    this.canvas.append(this.picture.canvas, this.first, this.chart, this.hits);
    this.frame = element("div", "map-frame");
    this.frame.append(this.canvas);
    this.zoom = new Zoom(this.frame, () => this.width && this.layout());
    this.legend = element("ul", "map-legend");
    this.caption = new Caption();
    root.replaceChildren(this.frame, this.zoom.bar, this.legend, this.caption.card, this.caption.voice.region);
    this.buttons = new Map();
    this.focus = ""; // what the address says
    this.pending = null; // a pick whose run has not come back yet
    this.over = null; // what the pointer or the keyboard is on
    this.here = null; // the one button that Tab reaches
    this.ways = {}; // whether the ways up and down are shown to their ends
    this.listen();
  }

  listen() {
    this.canvas.addEventListener("click", (event) => {
      const pick = event.target.dataset?.id ?? this.under(event);
      if (pick) this.pick(pick, event.detail > 0);
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
  }

  leave() {
    this.resized.disconnect();
    if (window.Plotly) window.Plotly.purge(this.chart);
  }

  /** Take over what a run of the page sent; `send` tells the server what was picked. */
  async update(data, send) {
    this.send = send;
    this.data = data;
    if (this.pending === null || this.pending === data.focus) {
      if (this.focus !== data.focus) this.ways = {};
      this.pending = null;
      this.focus = data.focus;
    }
    const { level, camera } = data;
    try {
      const bundle = await once(`${data.base}/scene-${camera}-${level}.json`, "json");
      if (this.data.level !== level || this.data.camera !== camera) return; // a later run overtook this one
      if (this.bundle !== bundle) {
        if (this.bundle && this.level !== level) this.caption.announce(bundle.text.level_changed);
        if (this.camera !== camera) this.zoom.reset();
        const before = this.camera !== camera && this.width ? this.scene : null;
        Object.assign(this, { bundle, level, camera, width: 0, before });
        Object.assign(this.root.dataset, { camera, level });
        this.zoom.build(bundle.text);
      }
      const rows = legend(bundle.text.legend, this.lens, data.account);
      if (this.legend.rows !== rows) this.legend.innerHTML = this.legend.rows = rows;
      this.layout();
      if (!this.Plotly) await calm(this.shown); // reading Plotly's script holds everything up
      this.Plotly = await loadPlotly(data.base);
      this.light();
    } catch (error) {
      this.root.dataset.state = "failed";
      console.error(error);
    }
  }

  get scene() {
    return this.bundle.scenes[this.width];
  }

  /** What the figure shows now: the pick under the pointer or the keyboard, else the chosen one. */
  get view() {
    const { step, accounts } = this.data;
    return { pick: this.over ?? this.chosen, ways: this.ways, step, lens: this.lens, accounts };
  }

  /** The lens in use: a closer camera says in its lines how each arrow was shown, where no other lens is asked for. */
  get lens() {
    const [scene] = Object.values(this.bundle.scenes);
    return this.data.lens === "all" && scene.by_evidence ? "how" : this.data.lens;
  }

  get chosen() {
    return this.pending ?? this.focus;
  }

  /** Choose the designed width that fits, and lay out picture, buttons and first drawing for it. */
  layout() {
    if (!this.bundle) return;
    const { width, scale } = fit(Object.keys(this.bundle.scenes).map(Number), this.root.clientWidth);
    const theme = themeOf(this.root);
    if (this.theme !== theme || this.width !== width) {
      this.theme = this.root.dataset.theme = theme;
      wear(this.bundle.tokens.themes[theme]);
      const { dim, line, frame } = this.bundle.tokens;
      for (const [name, value] of Object.entries({ dim, line: line.active, frame: frame.active, halo: frame.halo })) {
        this.root.style.setProperty(`--lit-${name}`, value);
      }
    }
    if (this.width !== width) {
      this.width = width;
      this.buildButtons();
      this.drawFirst();
    }
    const { height, crop, floor } = this.scene;
    const sharp = scale * this.zoom.scale;
    const canvas = { width: `${width}px`, height: `${height}px`, transform: `scale(${sharp})` };
    Object.assign(this.canvas.style, canvas);
    Object.assign(this.frame.style, { width: `${width * scale}px`, height: `${height * scale}px` });
    const picture = this.scene.pictures[this.data.state ?? "all"]?.[theme === "dark" ? 1 : 0];
    if (picture) this.shown = this.picture.show(`${this.data.base}/${picture}`, width, height, sharp, crop, floor);
    if (this.before) glide(this.canvas, this.before, this.scene, sharp);
    this.before = null;
    this.light();
  }

  buildButtons() {
    const { things, links } = this.scene;
    const held = this.hits.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    this.hits.setAttribute("aria-label", this.bundle.text.map_label);
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
      const [left, top] = [`${x - width / 2}px`, `${y - height / 2}px`];
      Object.assign(button.style, { left, top, width: `${width}px`, height: `${height}px` });
      this.buttons.set(pick, button);
    }
    this.hits.replaceChildren(...this.buttons.values());
    this.roam(held ?? this.here ?? this.chosen);
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

  /** The picture of the first moments, which Plotly's drawing takes the place of. */
  drawFirst() {
    if (this.drawn) return;
    this.first.innerHTML = this.bundle.svgs[this.width];
    this.root.dataset.state ??= "picture";
  }

  /** Bring picture, buttons and caption up to what is chosen and pointed at. */
  light() {
    if (!this.bundle || !this.width) return;
    const { view } = this;
    for (const [id, button] of this.buttons) button.setAttribute("aria-pressed", String(id === this.chosen));
    this.caption.show(this.bundle, view.pick);
    this.roles = roles(this.scene, view);
    this.draw();
    this.paint(this.drawn ? this.chart : this.first);
  }

  /** Have Plotly draw the figure where that has changed; a pick changes nothing in it. */
  draw() {
    if (!this.Plotly) return;
    const { lens, level, camera, data: { accounts } } = this;
    const wanted = JSON.stringify([this.width, level, camera, this.theme, lens, accounts]);
    if (this.wanted === wanted) return;
    this.wanted = wanted;
    const { tokens } = this.bundle;
    const { data, layout, config } = figure(this.scene, tokens.themes[this.theme], tokens, { lens, accounts });
    const signs = new Map(this.scene.links.map(({ id, sign }) => [`edge:${id}`, sign]));
    this.Plotly.react(this.chart, data, layout, config).then(() => {
      for (const group of this.chart.querySelectorAll(".scatterlayer .trace")) {
        const owner = ownerOf(group.getAttribute("class"));
        if (!owner) continue;
        const { part, pick } = owner;
        Object.assign(group.dataset, { part: pick, sign: signs.get(pick) ?? "" });
        for (const drawn of group.querySelectorAll(".js-line, .point")) drawn.classList.add(part);
        if (part === "name") for (const text of group.querySelectorAll("text")) text.classList.add(part);
      }
      if (!this.drawn) this.first.replaceChildren();
      this.drawn = true;
      this.paint(this.chart);
      Object.assign(this.root.dataset, { state: "chart", drawn: `${level} ${camera} ${this.width}` });
    });
  }

  /** Give every part of a drawing its role; the style sheet lights it. */
  paint(drawing) {
    for (const group of drawing.querySelectorAll("[data-part]")) {
      const role = this.roles.get(group.dataset.part) ?? "";
      if (group.dataset.lit !== role) group.dataset.lit = role;
    }
  }

  under(event) {
    if (!this.bundle) return null;
    const box = this.canvas.getBoundingClientRect();
    const scale = box.width / this.width;
    return hit(this.scene, [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale], textWidth);
  }

  hover(pick) {
    if (this.over === pick) return;
    this.over = pick;
    this.caption.listing = false;
    cancelAnimationFrame(this.soon);
    this.soon = requestAnimationFrame(() => this.light());
  }

  /** Choose: answered here at once; the page's own run follows. */
  pick(pick, byPointer = false) {
    if (!/^(node|edge):|^none$/.test(pick)) {
      this.send(pick); // not of the map: the page alone answers
      return;
    }
    const known = pick === "none" ? "" : pick;
    this.pending = known;
    this.over = null;
    this.caption.listing = false;
    this.ways = {};
    if (this.buttons.has(known)) this.roam(known);
    this.send(pick);
    requestAnimationFrame(() => this.light()); // after the message has gone, so that the server works meanwhile
    if (this.bundle && this.buttons.has(known)) this.caption.announceChosen(this.bundle, this.nameOf(known));
    if (byPointer && known) this.caption.towardsPanel(this.root);
  }

  /** Show the way up or down to its end, or only to the neighbours again. */
  way(direction) {
    this.ways = { ...this.ways, [direction]: !this.ways[direction] };
    this.light();
    return this.ways[direction];
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target.dataset.id;
    if (KEYS.includes(event.key)) this.buttons.get(travel(this.scene, here, event.key))?.focus();
    else if (event.key === "Escape" && this.caption.listing) this.keys(false);
    else if (event.key === "Escape") this.pick("none");
    else if (event.key === "?") this.keys(!this.caption.listing);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** List the keys in the card, or show there again what the view is about. */
  keys(listing) {
    this.caption.keys(this.bundle, listing);
    this.light();
  }
}
