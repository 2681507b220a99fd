// Going to a view that someone else named: the map shows it at once, and the page's run follows.

import { merged, parts, same } from "./live-address.js";
import { here, touchedWithin } from "./live-watch.js";
import { confirmed, foresee, forget, hasMap, panelOf } from "./stage.js";

const OWN_WAY = 3000; // ms after a press within which a change of the address is the reader's own
const LATE = 2500; // ms after which a run that did not bring the view is asked for again; longer where many ask
const ASKED = 3; // times
const SETTLING = 50; // ms between looks whether it is there

export class Traveller {
  /** `places` are the pages with the camera and step of their map; `run` asks the server for an address; `settled` is told of arrivals. */
  constructor(places, run, settled = () => {}) {
    Object.assign(this, { places, run, settled, target: null, asked: false });
  }

  /** Whether the view named last is what the page shows. */
  get arrived() {
    return this.target === null || same(this.target, here());
  }

  /** Go to the room's `address` in the reader's own words, asking the server at a moment within `spread` ms. */
  go(address, spread = 0) {
    this.stop();
    this.asked = false;
    const target = this.target = merged(address, here());
    const [to, from] = [parts(target), parts(here())];
    if (!Object.hasOwn(this.places, to.path)) return;
    this.settle();
    if (same(target, here()) && confirmed()) return;
    const place = this.places[to.path];
    const { focus, told, lens } = to;
    if (hasMap() && place.camera) foresee({ camera: place.camera, step: place.step, focus, told, lens });
    const alone = hasMap() && to.path === from.path && to.others === from.others;
    const pick = told === from.told ? focus : focus ? null : `story:${told}`; // the server answers one of the two
    if (to.path === from.path) {
      this.asked = true;
      history.replaceState(history.state, "", target); // so that following makes no history
    }
    const ask = () => {
      this.asked = true;
      if (alone && pick !== null) panelOf(pick);
      else this.run(target);
    };
    this.timer = setTimeout(ask, Math.random() * spread);
    this.check(target, LATE + 3 * spread, ASKED);
  }

  /** Ask again where the run got lost: one that meets another run of the same page may be dropped by Streamlit. */
  check(target, ms, times) {
    this.late = setTimeout(() => {
      if (this.target !== target || (this.arrived && confirmed())) return;
      this.run(target);
      if (times > 1) this.check(target, 2 * ms, times - 1);
    }, ms);
  }

  /** Say `settled` as soon as the view is there and a run of the page has brought it: no earlier run speaks after it. */
  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.target === null) return;
      if (!this.arrived || !confirmed()) {
        this.settle();
        return;
      }
      this.asked = false;
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
  }
}
