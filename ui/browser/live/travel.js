// Going to a view that someone else named: the map shows it at once, and the page's run follows.

import { currentMap } from "../map/current-map.js";
import { confirmed, foresee, forget } from "../map/foresee.js";
import { giveUp, pending } from "../page/set.js";
import { here, touchedWithin } from "./activity.js";
import { bound, changes, merged, parts, same } from "./address.js";

const OWN_WAY = 3000; // ms after a press within which a change of the address is the reader's own
const LATE = 2500; // ms after which a run that did not bring the view is asked for again; longer where many ask
const ASKED = 3; // times
const SETTLING = 50; // ms between checks whether the view has come

/** What a traveller needs to know of the live link: its pages, and the view that the last run has brought.
 * @typedef {Pick<import("./link.js").LiveLink, "kit" | "brought" | "run">} Guide */

export class Traveller {
  /**
   * The traveller is "idle", "waiting" for the moment at which it asks the server, or it has "asked".
   * @param {Guide} link
   * @param {() => void} settled called on arrival
   */
  constructor(link, settled) {
    this.link = link;
    this.settled = settled;
    this.places = link.kit.places;
    /** @type {string | null} */
    this.target = null;
    /** @type {"idle" | "waiting" | "asked"} */
    this.state = "idle";
    this.whole = false; // whether the view needs a run of the whole page, not only of map and panel
  }

  /** Whether a view is on its way. */
  get under() {
    return this.state !== "idle";
  }

  /** Whether the address is that of the view named last. */
  get arrived() {
    return this.target === null || same(this.target, here());
  }

  /** Whether the page shows the view, and the run that was asked for has brought it: an earlier one may come before. */
  get there() {
    if (this.target === null) return true;
    return this.arrived && confirmed(currentMap()) && (!this.whole || same(this.target, this.link.brought));
  }

  /**
   * Go to the room's address in the reader's own words, asking the server at a moment within `spread` ms.
   * @param {string} address
   */
  go(address, spread = 0) {
    const target = merged(address, here());
    if (this.under && target === this.target) return;
    this.stop();
    this.target = target;
    const to = parts(target);
    const samePage = to.path === parts(here()).path;
    if (!Object.hasOwn(this.places, to.path)) {
      this.state = "idle";
      return;
    }
    const map = currentMap();
    const asked = this.state === "asked"; // what was asked for before may still be on its way
    if (same(target, here()) && confirmed(map) && !asked) {
      this.state = "idle";
      this.settle();
      return;
    }
    const asks = changes(here(), target, pending());
    const alone = map && samePage && !Object.keys(asks).some(bound) ? map : null; // it is enough to ask for the map
    this.whole = !alone;
    if (map && this.places[to.path].camera) foresee(map, this.foreseen(to));
    this.settle();
    if (samePage) history.replaceState(history.state, "", target); // so that following makes no history
    this.state = asked || samePage ? "asked" : "waiting";
    const ask = () => {
      this.state = "asked";
      if (alone && !this.whole) alone.ask(asks);
      else this.run(target);
    };
    if (spread) this.timer = setTimeout(ask, Math.random() * spread);
    else ask();
    this.check(target, LATE + 3 * spread, ASKED);
  }

  /**
   * What the map can show of a view before the run.
   * @param {ReturnType<typeof parts>} view
   * @returns {import("../map/foresee.js").Foreseen}
   */
  foreseen({ path, focus = "", moment, view, lens }) {
    const { camera, cameras, step, story, part } = this.places[path];
    return {
      camera: cameras.includes(view) ? view : camera,
      step,
      part,
      focus,
      lens: /** @type {Lens} */ (lens),
      moment: story ? moment : null,
    };
  }

  /**
   * Ask the server for all of the page at `target`.
   * @param {string} target
   */
  run(target) {
    this.whole = true;
    giveUp(); // the address says it all
    this.link.run(target);
  }

  /**
   * Ask again where the run got lost: one that meets another run of the same page may be dropped by Streamlit.
   * @param {string} target
   * @param {number} ms
   * @param {number} times
   */
  check(target, ms, times) {
    this.late = setTimeout(() => {
      if (this.target !== target || this.there) return;
      if (times) {
        this.run(target);
        this.check(target, 2 * ms, times - 1);
      } else {
        this.whole = false; // an address that the server reads in another way has come when the page says so
        forget(currentMap());
      }
    }, ms);
  }

  /** Call `settled` as soon as the view has come. */
  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.target === null) return;
      if (!this.there) {
        this.settle();
        return;
      }
      this.state = "idle";
      this.settled();
    }, SETTLING);
  }

  /**
   * Whether a change of the address just now was the reader's own: away from the view that was named. While a page
   * that was asked for is on its way, the address changes in two steps, or goes back for a moment with an earlier run.
   */
  strayed() {
    return !this.arrived && this.state !== "asked" && touchedWithin(OWN_WAY);
  }

  /** Ask for nothing more. */
  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.late);
    clearTimeout(this.settling);
  }

  /** Let the reader go their own way. */
  leave() {
    this.stop();
    forget(currentMap());
    this.target = null;
    this.state = "idle";
  }
}
