// The drawing of the map: the server's own picture first, then Plotly's chart, which takes its place. A style sheet
// lights both by the roles of their parts.

import { afterPaint, element } from "../page/dom.js";
import { fetchOnce, loadPlotly } from "../page/load.js";
import { filterTraces, markSides, partsOf, pruneDrawing } from "./account-filter.js";
import { labelParts } from "./plotly-parts.js";

const CONFIG = {
  staticPlot: true,
  displaylogo: false,
  displayModeBar: false,
  responsive: false,
  showSendToCloud: false,
};

/** Which figure is drawn: that of a camera at a width, in the words of a level, as the page of the accounts narrows it.
 * @typedef {Pick<MapData, "base" | "camera" | "level" | "account_picture"> & { width: number }} Figure */

/** Roles and dashes of the parts, the lens, and what the page shows of the accounts.
 * @typedef {{ roles: Map<PartId, Role>, dashes: Map<PartId, Dash>, lens: Lens, shown: AccountPicture | null }} Look */

export class Chart {
  constructor() {
    this.first = element("div", "map-first", { "aria-hidden": "true" });
    this.root = element("div", "map-chart", { "aria-hidden": "true" });
    this.drawn = false; // whether Plotly's chart has taken the place of the first picture
    this.wanted = "";
    /** @type {PlotlyModule | null} */
    this.plotly = null;
    /** @type {Look | null} */
    this.look = null;
  }

  /**
   * Show the server's picture, until Plotly's chart is drawn.
   * @param {string} svg
   * @param {Scene} scene
   * @param {AccountPicture | null} shown
   */
  showFirst(svg, scene, shown) {
    if (this.drawn) return;
    this.first.innerHTML = svg;
    pruneDrawing(this.first, scene, shown);
  }

  /**
   * Load Plotly.js, at first not before `shown` is done, since reading its script holds everything up.
   * @param {string} base
   * @param {Promise<unknown> | undefined} shown
   */
  async load(base, shown) {
    if (!this.plotly) await afterPaint(shown);
    this.plotly = await loadPlotly(base);
  }

  /**
   * The text of a figure; Plotly writes into what it is given, so each drawing reads the text again.
   * @param {Figure} figure
   * @returns {Promise<string>}
   */
  fetch({ base, camera, level, width }) {
    return fetchOnce(`${base}/figure-${camera}-${level}-${width}.json`, "text");
  }

  /**
   * Have Plotly draw a figure if that is another one than before; a selection, a lens and a theme change nothing in it.
   * Returns whether it has been drawn.
   * @param {Figure} figure
   * @param {Link[]} links
   */
  async draw(figure, links) {
    if (!this.plotly) return false;
    const { camera, level, width, account_picture: shown } = figure;
    const wanted = JSON.stringify([width, level, camera, shown]);
    if (this.wanted === wanted) return false;
    this.wanted = wanted;
    try {
      const { data, layout } = JSON.parse(await this.fetch(figure));
      if (this.wanted !== wanted) return false; // another came in between
      await this.plotly.react(this.root, filterTraces(data, shown), layout, CONFIG);
    } catch (error) {
      this.wanted = "";
      throw error;
    }
    labelParts(this.root, links);
    if (!this.drawn) this.first.replaceChildren();
    this.drawn = true;
    if (this.look) this.paint(this.look);
    return true;
  }

  /**
   * Give every part of the drawing its role, and every arrow its dash and side; the style sheet does the rest.
   * @param {Look} look
   */
  paint(look) {
    this.look = look;
    const drawing = this.drawn ? this.root : this.first;
    markSides(drawing, look.shown);
    drawing.dataset.lens = look.lens;
    for (const { dataset } of partsOf(drawing)) {
      const { part = "" } = dataset;
      const role = look.roles.get(part) ?? "";
      const dash = look.dashes.get(part);
      if (dataset.lit !== role) dataset.lit = role;
      if (dash && dataset.dash !== dash) dataset.dash = dash;
    }
  }

  leave() {
    window.Plotly?.purge(this.root);
  }
}
