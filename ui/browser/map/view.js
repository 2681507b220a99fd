// The map on the page: picture first, then Plotly over the same picture, with real buttons on top.

import { element } from "../page/dom.js";
import { fetchOnce } from "../page/load.js";
import { heard, pending, selected, selecting, set } from "../page/set.js";
import { filteredScene, filterWords, labelButton } from "./account-filter.js";
import { Buttons } from "./buttons.js";
import { moveCamera } from "./camera.js";
import { Caption } from "./caption.js";
import { Chart } from "./chart.js";
import { roles, through } from "./emphasis.js";
import { listen } from "./input.js";
import { fit } from "./keyboard.js";
import { markChanges } from "./lab-marks.js";
import { Legend } from "./legend.js";
import { Picture } from "./picture.js";
import { Story } from "./story.js";
import { applyTheme } from "./theme.js";
import { Zoom } from "./zoom.js";

export class MapView {
  /**
   * @param {HTMLElement} root
   * @param {MapData} data
   * @param {Send} send
   */
  constructor(root, data, send) {
    this.root = root;
    this.data = data;
    this.send = send;
    /** @type {Bundle | null} */
    this.bundle = null;
    this.camera = "";
    this.width = 0; // the designed one that is shown, 0 until a bundle is laid out
    /** @type {Level | null} */
    this.level = null;
    /** @type {Theme} */
    this.theme = "light";
    /** @type {Scene | null} */
    this.before = null; // the scene of the camera before, to glide from
    /** @type {Scene | null} */
    this.built = null; // the scene of the buttons
    /** @type {Promise<void> | undefined} */
    this.illustration = undefined; // resolves once it is shown
    /** @type {PartId | null} */
    this.over = null; // what the pointer or the keyboard is on
    /** @type {{ focus: PartId, moment: string } | null} */
    this.foreseen = null; // what a presenter shows whose run has not come back yet
    /** @type {Ways} */
    this.ways = {};

    this.picture = new Picture();
    this.chart = new Chart();
    this.hits = element("div", "map-hits", { role: "group" });
    this.canvas = element("div", "map-canvas");
    this.canvas.append(this.picture.canvas, this.chart.first, this.chart.root, this.hits);
    this.frame = element("div", "map-frame");
    this.frame.append(this.canvas);
    this.buttons = new Buttons(this.hits);
    this.caption = new Caption();
    this.legend = new Legend();
    this.story = new Story((id) => this.goTo(id));
    this.zoom = new Zoom(this.frame, () => {
      if (this.width) this.layout();
    });
    const controls = element("div", "map-controls");
    controls.append(this.story.bar, this.zoom.bar);
    const { card, announcer } = this.caption;
    root.replaceChildren(this.story.band, this.frame, controls, card, this.legend.list, announcer.region);
    this.resized = new ResizeObserver(() => this.layout());
    this.resized.observe(root);
    listen(this);
  }

  leave() {
    this.resized.disconnect();
    this.chart.leave();
  }

  /**
   * Take over what a run of the page sent; `send` asks the server for changes.
   * @param {MapData} data
   * @param {Send} send
   */
  async update(data, send) {
    const { chosen } = this;
    this.send = send;
    this.data = data;
    heard(data.heard);
    const { foreseen } = this;
    if (foreseen?.focus === data.focus && foreseen.moment === (data.moment ?? "")) this.foreseen = null;
    if (this.chosen !== chosen) this.ways = {};
    const { base, level, camera } = data;
    try {
      const scenes = fetchOnce(`${base}/scene-${camera}-${level}.json`, "json");
      // The figure comes beside the scenes, so that what is drawn and what can be pressed change together.
      if (this.chart.plotly && this.width) await this.chart.fetch(this.figure).catch(() => null);
      /** @type {Bundle} */
      const bundle = await scenes;
      if (this.data.level !== level || this.data.camera !== camera) return; // a later run overtook this one
      if (this.bundle !== bundle) this.take(bundle);
      this.story.read(bundle, this.data.moment !== null);
      this.caption.announceOnce(this.data.account_picture?.says);
      this.legend.show(bundle.text.legend, this.lens, data.account);
      this.layout();
      if (this.root.dataset.state === "failed") this.root.dataset.state = this.chart.drawn ? "chart" : "picture";
      if (data.early) return; // the app needs the processor now, and its own run has the chart drawn
      await Promise.all([this.chart.load(base, this.illustration), this.chart.fetch(this.figure)]);
      this.light();
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {unknown} error */
  fail(error) {
    this.root.dataset.state = "failed";
    console.error(error);
  }

  /**
   * Take over the scenes and words of the run's camera and level.
   * @param {Bundle} bundle
   */
  take(bundle) {
    const { level, camera } = this.data;
    if (this.bundle && this.level !== level) this.caption.announce(bundle.text.level_changed);
    if (this.camera !== camera) this.zoom.reset();
    this.before = this.camera !== camera && this.width ? this.scene : null;
    this.bundle = bundle;
    this.level = level;
    this.camera = camera;
    this.width = 0;
    this.root.dataset.camera = camera;
    this.root.dataset.level = level;
    this.zoom.build(bundle.text);
  }

  /** The scene that is shown; there is one once the bundle is laid out. */
  get scene() {
    const { scenes } = /** @type {Bundle} */ (this.bundle);
    return filteredScene(scenes[this.width], this.data.account_picture);
  }

  /** The figure that Plotly is to draw. */
  get figure() {
    const { base, camera, level, account_picture } = this.data;
    return { base, camera, level, account_picture, width: this.width };
  }

  /** What is shown: what the pointer or the keyboard is on, else what is selected, else the moment of the story. */
  get shown() {
    const { step, accounts } = this.data;
    const { lens, ways } = this;
    return { pick: this.over ?? this.chosen, ways, step, lens, accounts, moment: this.story.moment };
  }

  /** The lens in use: a closer camera says in its lines how each arrow was shown, where no other lens is asked for. */
  get lens() {
    const [scene] = Object.values(this.bundle?.scenes ?? {});
    return this.data.lens === "all" && scene?.by_evidence ? "how" : this.data.lens;
  }

  /** What is selected: as the reader has asked, else as a presenter shows it, else as the address says. */
  get chosen() {
    return selected(pending()) ?? this.foreseen?.focus ?? this.data.focus;
  }

  /** The moment of the story, in the same order; empty for none. */
  get moment() {
    return pending().step ?? this.foreseen?.moment ?? this.data.moment ?? "";
  }

  /** Choose the designed width that fits, and lay out picture, buttons and first drawing for it. */
  layout() {
    const { bundle } = this;
    if (!bundle) return;
    const { width, scale } = fit(Object.keys(bundle.scenes).map(Number), this.root.clientWidth);
    this.theme = applyTheme(this.root, bundle.tokens);
    this.width = width;
    const { scene } = this;
    if (this.built !== scene) this.build(bundle, scene);
    this.story.show(this.moment);
    moveCamera(this, scale);
    this.light();
  }

  /**
   * Make the buttons of a scene, and show its first picture.
   * @param {Bundle} bundle
   * @param {Scene} scene
   */
  build(bundle, scene) {
    const shown = this.data.account_picture;
    this.built = scene;
    this.buttons.build(scene, bundle.text.map_label, (pick) => this.nameOf(pick), this.chosen);
    for (const [pick, button] of this.buttons.byPick) labelButton(button, pick, shown);
    this.chart.showFirst(bundle.svgs[this.width], scene, shown);
    this.root.dataset.state ??= "picture";
  }

  /**
   * What a thing or an arrow is called, a thing with its arrows.
   * @param {PartId} pick
   */
  nameOf(pick) {
    const { things, links } = filterWords(/** @type {Bundle} */ (this.bundle), this.data.account_picture);
    const id = pick.slice(5);
    return pick.startsWith("node:") ? `${things[id].name}, ${things[id].arrows}` : links[id].name;
  }

  /** Bring picture, buttons and caption up to what is selected and pointed at. */
  light() {
    if (!this.bundle || !this.width) return;
    const { shown, scene, data } = this;
    this.buttons.markChosen(this.chosen);
    if (data.changes) markChanges(this.buttons.byPick, data.changes, (pick) => this.nameOf(pick));
    this.caption.show(filterWords(this.bundle, data.account_picture), shown.pick, shown.moment);
    const dashes = new Map(
      scene.links.map((link) => [`edge:${link.id}`, through(link, shown.lens, shown.accounts).dash]),
    );
    this.draw();
    this.chart.paint({ roles: roles(scene, shown), dashes, lens: shown.lens, shown: data.account_picture });
  }

  /** Have Plotly draw the figure. */
  async draw() {
    const { figure, scene, root } = this;
    try {
      if (!(await this.chart.draw(figure, scene.links))) return;
      root.dataset.state = "chart";
      root.dataset.drawn = `${figure.level} ${figure.camera} ${figure.width}`;
    } catch (error) {
      this.fail(error);
    }
  }

  /**
   * Ask for changes of the address; what the map shows of them is seen at once, and the page's own run follows.
   * @param {Changes} changes
   */
  set(changes) {
    this.story.play(false);
    const pick = selected(changes);
    if ("step" in changes) this.story.go(changes.step);
    else if (pick !== undefined) this.pick(pick, false, changes);
    else this.ask(changes);
  }

  /**
   * Select a thing or an arrow, or nothing.
   * @param {PartId} pick
   */
  pick(pick, byPointer = false, changes = selecting(pick)) {
    this.story.play(false);
    this.ask({ ...this.data.stay, ...changes });
    this.over = null;
    this.caption.listing = false;
    this.ways = {};
    if (this.buttons.has(pick)) this.buttons.moveTabStop(pick);
    requestAnimationFrame(() => this.light()); // after the message has gone, so that the server works meanwhile
    if (this.bundle && this.buttons.has(pick)) this.caption.announceChosen(this.bundle, this.nameOf(pick));
    if (byPointer && pick) this.caption.towardsPanel(this.root);
  }

  /**
   * Go to a moment of the story, or out of it: shown here at once; the page's own run follows.
   * @param {string} id
   */
  goTo(id) {
    this.ask({ step: id, ...selecting("") });
    this.over = null;
    this.caption.listing = false;
    this.root.dataset.gliding = "";
    this.layout();
    const { moment, spoken } = this.story;
    if (moment) this.caption.showTop(this.root);
    this.caption.announce(moment ? spoken : (this.bundle?.text.story.left ?? ""));
  }

  /**
   * Ask the server for changes, which the map shows already.
   * @param {Changes} changes
   */
  ask(changes) {
    set(changes, this.send);
  }

  /**
   * Show the way up or down to its end, or only to the neighbours again; returns which.
   * @param {"up" | "down"} direction
   */
  toggleWay(direction) {
    const whole = !this.ways[direction];
    this.ways = { ...this.ways, [direction]: whole };
    this.light();
    return whole;
  }
}
