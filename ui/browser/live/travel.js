// Going to a view that someone else named: the map shows it at once, and the page's run follows.

import { merged, parts, same } from "./address.js";
import { here, touchedWithin } from "./activity.js";
import { confirmed, foresee, forget, hasMap, panelOf } from "../map/current-map.js";

const OWN_WAY = 3000; // ms after a press within which a change of the address is the reader's own
const LATE = 2500; // ms after which a run that did not bring the view is asked for again; longer where many ask
const ASKED = 3; // times
const SETTLING = 50; // ms between looks whether it is there

export class Traveller {
  /**
   * `link` knows the pages, asks the server for an address, and is told what a run has brought; `settled` hears of
   * arrivals. `under` way is what has not arrived, and `whole` says that it needs more than the panel of a pick.
   */
  constructor(link, settled) {
    Object.assign(this, {
      link,
      settled,
      places: link.kit.places,
      target: null,
      asked: false,
      under: false,
      whole: false,
    });
  }

  /** Whether the view named last is what the page shows. */
  get arrived() {
    return this.target === null || same(this.target, here());
  }

  /** Go to the room's `address` in the reader's own words, asking the server at a moment within `spread` ms. */
  go(address, spread = 0) {
    const target = merged(address, here());
    if (this.under && target === this.target) return;
    this.stop(); // what was asked for before may still be on its way: `asked` stands until the page has settled
    this.target = target;
    const [to, from] = [parts(target), parts(here())];
    if (!Object.hasOwn(this.places, to.path)) {
      this.under = false;
      return;
    }
    if (same(target, here()) && confirmed() && !this.asked) {
      this.settle();
      return;
    }
    const place = this.places[to.path];
    const { focus, told, lens } = to;
    const { camera, step, part } = place;
    if (hasMap() && camera) foresee({ camera, step, part, focus, lens, moment: to.path ? null : told });
    // A pick adds to what the server has last heard of the address, so it does where nothing is on its way.
    const alone = hasMap() && to.path === from.path && to.others === from.others && !this.under;
    const pick = told === from.told ? focus : focus ? null : `story:${told}`; // the server answers one of the two
    this.under = true;
    this.whole = !alone || pick === null;
    this.settle();
    if (to.path === from.path) {
      this.asked = true;
      history.replaceState(history.state, "", target); // so that following makes no history
    }
    const ask = () => {
      this.asked = true;
      if (this.whole) this.run(target);
      else panelOf(pick);
    };
    if (spread) this.timer = setTimeout(ask, Math.random() * spread);
    else ask();
    this.check(target, LATE + 3 * spread, ASKED);
  }

  /** Ask the server for all of the page at `target`. */
  run(target) {
    this.whole = true;
    this.link.run(target);
  }

  /** Ask again where the run got lost: one that meets another run of the same page may be dropped by Streamlit. */
  check(target, ms, times) {
    this.late = setTimeout(() => {
      if (this.target !== target || this.there) return;
      if (times) {
        this.run(target);
        this.check(target, 2 * ms, times - 1);
      } else this.whole = false; // an address that the server reads in another way is there when the page says so
    }, ms);
  }

  /** Whether the page shows the view, and the run that was asked for has brought it: an earlier one may still be heard before. */
  get there() {
    return this.arrived && confirmed() && (!this.whole || same(this.target, this.link.brought));
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
      this.asked = this.under = false;
      this.settled();
    }, SETTLING);
  }

  /**
   * Whether a change of the address just now was the reader's own: away from the view that was named. While a page
   * that was asked for is on its way, the address changes in two goes, or goes back for a moment with a run before it.
   */
  strayed() {
    return !this.arrived && !this.asked && touchedWithin(OWN_WAY);
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
    forget();
    this.target = null;
    this.asked = this.under = false;
  }
}
