// The map on the page: picture first, then Plotly over the same picture, with real buttons on top.

import { calm, element, textWidth, themeOf, wear } from "../page/dom.js";
import { loadPlotly, once } from "../page/load.js";
import { heard, pending, selected, selecting, set } from "../page/set.js";
import { narrowedTraces, pruned, scene, sided, signed, worded } from "./account-filter.js";
import { Buttons } from "./buttons.js";
import { aim } from "./camera.js";
import { Caption } from "./caption.js";
import { roles, through } from "./emphasis.js";
import { fit, hit, travel } from "./keyboard.js";
import { markChanges } from "./lab-marks.js";
import { legend } from "./legend.js";
import { Picture } from "./picture.js";
import { mark } from "./plotly-parts.js";
import { Story } from "./story.js";
import { Zoom } from "./zoom.js";

const KEYS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];
const CONFIG = {
  staticPlot: true,
  displaylogo: false,
  displayModeBar: false,
  responsive: false,
  showSendToCloud: false,
};

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
    this.buttons = new Buttons(this.hits);
    this.story = new Story((id) => this.tell(id));
    const [controls, { card, voice }] = [element("div", "map-controls"), this.caption];
    controls.append(this.story.bar, this.zoom.bar);
    root.replaceChildren(this.story.band, this.frame, controls, card, this.legend, voice.region);
    this.over = null; // what the pointer or the keyboard is on
    this.foreseen = null; // what a presenter shows whose run has not come back yet
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
      this.buttons.roam(target.dataset.id);
      if (target.matches(":focus-visible")) this.hover(target.dataset.id);
      this.layout();
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
    const before = this.chosen;
    this.send = send;
    this.data = data;
    heard(data.heard);
    const { foreseen } = this;
    if (foreseen?.focus === data.focus && foreseen.moment === (data.moment ?? "")) this.foreseen = null;
    if (this.chosen !== before) this.ways = {};
    const { level, camera } = data;
    try {
      const scenes = once(`${data.base}/scene-${camera}-${level}.json`, "json");
      // The figure comes beside the scenes, so that what is drawn and what can be pressed change together.
      if (this.Plotly && this.width) await this.fetchFigure(camera, level).catch(() => null);
      const bundle = await scenes;
      if (this.data.level !== level || this.data.camera !== camera) return; // a later run overtook this one
      if (this.bundle !== bundle) {
        if (this.bundle && this.level !== level) this.caption.announce(bundle.text.level_changed);
        if (this.camera !== camera) this.zoom.reset();
        const before = this.camera !== camera && this.width ? this.scene : null;
        Object.assign(this, { bundle, level, camera, width: 0, before });
        Object.assign(this.root.dataset, { camera, level });
        this.zoom.build(bundle.text);
      }
      this.story.read(bundle, this.data.moment !== null);
      this.caption.tell(data.told?.says);
      const rows = legend(bundle.text.legend, this.lens, data.account);
      if (this.legend.rows !== rows) this.legend.innerHTML = this.legend.rows = rows;
      this.layout();
      if (this.root.dataset.state === "failed") this.root.dataset.state = this.drawn ? "chart" : "picture";
      if (data.early) return; // the app needs the processor now, and its own run has the chart drawn
      const figure = this.fetchFigure(camera, level);
      if (!this.Plotly) await calm(this.shown); // reading Plotly's script holds everything up
      [this.Plotly] = await Promise.all([loadPlotly(data.base), figure]);
      this.light();
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error) {
    this.root.dataset.state = "failed";
    console.error(error);
  }

  /** The text of the figure to be drawn; Plotly writes into what it is given, so each drawing reads the text anew. */
  fetchFigure(camera, level) {
    return once(`${this.data.base}/figure-${camera}-${level}-${this.width}.json`, "text");
  }

  get scene() {
    return scene(this.bundle.scenes[this.width], this.data.told);
  }

  /** What the figure shows now: the pick under the pointer or the keyboard, else the chosen one, else the moment told. */
  get view() {
    const { step, accounts } = this.data;
    const {
      lens,
      ways,
      story: { moment },
    } = this;
    return { pick: this.over ?? this.chosen, ways, step, lens, accounts, moment };
  }

  /** The lens in use: a closer camera says in its lines how each arrow was shown, where no other lens is asked for. */
  get lens() {
    const [scene] = Object.values(this.bundle.scenes);
    return this.data.lens === "all" && scene.by_evidence ? "how" : this.data.lens;
  }

  /** What is selected: as the reader has asked, else as a presenter shows it, else as the address says. */
  get chosen() {
    return selected(pending()) ?? this.foreseen?.focus ?? this.data?.focus ?? "";
  }

  /** The moment of the story that is told, in the same order; empty for none. */
  get moment() {
    return pending().step ?? this.foreseen?.moment ?? this.data?.moment ?? "";
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
    this.width = width;
    if (this.built !== this.scene) {
      this.built = this.scene;
      this.buttons.build(this.scene, this.bundle.text.map_label, (pick) => this.nameOf(pick), this.chosen);
      for (const [pick, button] of this.buttons.byPick) signed(button, pick, this.data.told);
      this.drawFirst();
    }
    this.story.show(this.moment);
    aim(this, scale);
    this.light();
  }

  nameOf(pick) {
    const { things, links } = worded(this.bundle, this.data.told);
    const id = pick.slice(5);
    return pick.startsWith("node:") ? `${things[id].name}, ${things[id].arrows}` : links[id].name;
  }

  /** The picture of the first moments, which Plotly's drawing takes the place of. */
  drawFirst() {
    if (this.drawn) return;
    this.first.innerHTML = this.bundle.svgs[this.width];
    pruned(this.first, this.scene, this.data.told);
    this.root.dataset.state ??= "picture";
  }

  /** Bring picture, buttons and caption up to what is chosen and pointed at. */
  light() {
    if (!this.bundle || !this.width) return;
    const { view } = this;
    this.buttons.press(this.chosen);
    if (this.data.changes) markChanges(this.buttons.byPick, this.data.changes, (pick) => this.nameOf(pick));
    this.caption.show(worded(this.bundle, this.data.told), view.pick, view.moment);
    this.roles = roles(this.scene, view);
    const dashes = this.scene.links.map((link) => [`edge:${link.id}`, through(link, view.lens, view.accounts).dash]);
    this.dashes = new Map(dashes);
    this.draw();
    this.paint(this.drawn ? this.chart : this.first);
  }

  /** Have Plotly draw the figure where that is another one; a pick, a lens and a theme change nothing in it. */
  async draw() {
    if (!this.Plotly) return;
    const { width, level, camera, data } = this;
    const wanted = JSON.stringify([width, level, camera, data.told]);
    if (this.wanted === wanted) return;
    this.wanted = wanted;
    try {
      const { data: traces, layout } = JSON.parse(await this.fetchFigure(camera, level));
      if (this.wanted !== wanted) return; // another came in between
      await this.Plotly.react(this.chart, narrowedTraces(traces, data.told), layout, CONFIG);
      mark(this.chart, this.scene.links);
      if (!this.drawn) this.first.replaceChildren();
      this.drawn = true;
      this.paint(this.chart);
      Object.assign(this.root.dataset, { state: "chart", drawn: `${level} ${camera} ${width}` });
    } catch (error) {
      this.wanted = null;
      this.fail(error);
    }
  }

  /** Give every part of a drawing its role, and every arrow its dash; the style sheet lights and dashes them. */
  paint(drawing) {
    sided(drawing, this.data.told);
    drawing.dataset.lens = this.lens;
    for (const group of drawing.querySelectorAll("[data-part]")) {
      const { part } = group.dataset;
      const role = this.roles.get(part) ?? "";
      if (group.dataset.lit !== role) group.dataset.lit = role;
      const dash = this.dashes.get(part);
      if (dash && group.dataset.dash !== dash) group.dataset.dash = dash;
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

  /** Ask for `changes` of the address; what the map shows of them is seen at once, and the page's own run follows. */
  set(changes) {
    this.story.play(false);
    const pick = selected(changes);
    if ("step" in changes) this.story.go(changes.step);
    else if (pick !== undefined) this.pick(pick, false, changes);
    else set(changes, this.send);
  }

  /** Select a thing or an arrow, or nothing. */
  pick(pick, byPointer = false, changes = selecting(pick)) {
    this.story.play(false);
    set({ ...this.data.stay, ...changes }, this.send);
    this.over = null;
    this.caption.listing = false;
    this.ways = {};
    if (this.buttons.has(pick)) this.buttons.roam(pick);
    requestAnimationFrame(() => this.light()); // after the message has gone, so that the server works meanwhile
    if (this.bundle && this.buttons.has(pick)) this.caption.announceChosen(this.bundle, this.nameOf(pick));
    if (byPointer && pick) this.caption.towardsPanel(this.root);
  }

  /** Tell the moment `id` of the story, or none: shown here at once; the page's own run follows. */
  tell(id) {
    set({ step: id, ...selecting("") }, this.send);
    this.over = null;
    this.caption.listing = false;
    this.root.dataset.gliding = "";
    this.layout();
    const { moment } = this.story;
    if (moment) this.caption.showTop(this.root);
    this.caption.announce(moment ? this.story.spoken : this.bundle.text.story.left);
  }

  /** Ask for `changes` that the map shows already. */
  ask(changes) {
    set(changes, this.send);
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
    if (KEYS.includes(event.key)) this.buttons.focus(travel(this.scene, here, event.key));
    else if (event.key === "Escape" && this.caption.listing) this.keys(false);
    else if (event.key === "Escape") this.pick("");
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
