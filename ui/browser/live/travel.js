// Going to a view that someone else named: the map shows it at once, and the page's run follows.

import { currentMap } from "../map/current-map.js";
import { confirmed, foresee, forget } from "../map/foresee.js";
import { giveUp, pending } from "../page/set.js";
import { here, touchedWithin } from "./activity.js";
import { bound, changes, merged, parts, same } from "./address.js";

const OWN_WAY = 3000; // ms after a press within which a change of the address is the reader's own
const LATE = 2500; // ms after which a run that did not bring the view is asked for again; longer where many ask
const ASKED = 3; // times
const SETTLING = 50; // ms between looks whether it is there

export class Traveller {
  /**
   * `link` knows the pages, asks the server for an address, and is told what a run has brought; `settled` hears of
   * arrivals. The traveller is "idle", "waiting" for the moment at which it asks the server, or it has "asked".
   */
  constructor(link, settled) {
    this.link = link;
    this.settled = settled;
    this.places = link.kit.places;
    this.target = null;
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

  /** Whether the page shows the view, and the run that was asked for has brought it: an earlier one may still be heard before. */
  get there() {
    return this.arrived && confirmed(currentMap()) && (!this.whole || same(this.target, this.link.brought));
  }

  /** Go to the room's `address` in the reader's own words, asking the server at a moment within `spread` ms. */
  go(address, spread = 0) {
    const target = merged(address, here());
    if (this.under && target === this.target) return;
    this.stop();
    this.target = target;
    const [to, from] = [parts(target), parts(here())];
    if (!Object.hasOwn(this.places, to.path)) {
      this.state = "idle";
      return;
    }
    const asked = this.state === "asked"; // what was asked for before may still be on its way
    if (same(target, here()) && confirmed(currentMap()) && !asked) {
      this.state = "idle";
      this.settle();
      return;
    }
    const map = currentMap();
    const asks = changes(here(), target, pending());
    this.whole = !map || to.path !== from.path || Object.keys(asks).some(bound);
    if (map && this.places[to.path].camera) foresee(map, this.seen(to));
    this.settle();
    if (to.path === from.path) history.replaceState(history.state, "", target); // so that following makes no history
    this.state = asked || to.path === from.path ? "asked" : "waiting";
    const ask = () => {
      this.state = "asked";
      if (this.whole) this.run(target);
      else map.ask(asks);
    };
    if (spread) this.timer = setTimeout(ask, Math.random() * spread);
    else ask();
    this.check(target, LATE + 3 * spread, ASKED);
  }

  /** What the map can show of a view before the run. */
  seen({ path, focus, told, view, lens }) {
    const { camera, cameras, step, story, part } = this.places[path];
    return { camera: cameras.includes(view) ? view : camera, step, part, focus, lens, moment: story ? told : null };
  }

  /** Ask the server for all of the page at `target`. */
  run(target) {
    this.whole = true;
    giveUp(); // the address says it all
    this.link.run(target);
  }

  /** Ask again where the run got lost: one that meets another run of the same page may be dropped by Streamlit. */
  check(target, ms, times) {
    this.late = setTimeout(() => {
      if (this.target !== target || this.there) return;
      if (times) {
        this.run(target);
        this.check(target, 2 * ms, times - 1);
      } else {
        this.whole = false; // an address that the server reads in another way is there when the page says so
        forget(currentMap());
      }
    }, ms);
  }

  /** Say `settled` as soon as the view is there. */
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
   * that was asked for is on its way, the address changes in two goes, or goes back for a moment with a run before it.
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
