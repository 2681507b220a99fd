// Going to a view chosen by someone else: the map shows it at once, and the page's run follows.

import { currentMap } from "../map/current-map.js";
import { confirmed, foresee, forget } from "../map/foresee.js";
import { giveUp, pending } from "../page/set.js";
import { here, touchedWithin } from "./activity.js";
import { bound, changes, merged, parts, same } from "./address.js";

const OWN_WAY = 3000; // ms after an input within which an address change is the reader's own
const LATE = 2500; // ms after which a run that has not brought the view is requested again; longer if many request it
const ASKED = 3; // attempts
const SETTLING = 50; // ms between checks for arrival

export class Traveller {
  /**
   * `link` knows the pages, requests addresses from the server, and is told what a run has brought; `settled` is called
   * on arrival. The state is "idle", "waiting" before the request to the server, or "asked" after it.
   */
  constructor(link, settled) {
    this.link = link;
    this.settled = settled;
    this.places = link.kit.places;
    this.target = null;
    this.state = "idle";
    this.whole = false; // whether the view needs a full run of the page, not only of map and panel
  }

  /** Whether a view is pending. */
  get under() {
    return this.state !== "idle";
  }

  /** Whether the address is that of the target view. */
  get arrived() {
    return this.target === null || same(this.target, here());
  }

  /** Whether the page shows the view and the requested run has brought it; an earlier run may still report first. */
  get there() {
    return this.arrived && confirmed(currentMap()) && (!this.whole || same(this.target, this.link.brought));
  }

  /** Go to the room's `address` with the reader's own parameters, sending the request at random within `spread` ms. */
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
    const asked = this.state === "asked"; // an earlier request may still be pending
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
    if (to.path === from.path) history.replaceState(history.state, "", target); // following adds no history entries
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

  /** Request a full run of the page at `target`. */
  run(target) {
    this.whole = true;
    giveUp(); // the address contains all pending changes
    this.link.run(target);
  }

  /** Request again if the run was lost: Streamlit may drop a run that collides with another one of the same page. */
  check(target, ms, times) {
    this.late = setTimeout(() => {
      if (this.target !== target || this.there) return;
      if (times) {
        this.run(target);
        this.check(target, 2 * ms, times - 1);
      } else {
        this.whole = false; // the server may read an address differently; then the page's own word counts
        forget(currentMap());
      }
    }, ms);
  }

  /** Call `settled` as soon as the view is there. */
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
   * Whether the latest address change was the reader's own, away from the target view. While a requested page is
   * pending, the address may change twice, or briefly change back because of an earlier run.
   */
  strayed() {
    return !this.arrived && this.state !== "asked" && touchedWithin(OWN_WAY);
  }

  /** Cancel all timers. */
  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.late);
    clearTimeout(this.settling);
  }

  /** Stop following, so that the reader can explore alone. */
  leave() {
    this.stop();
    forget(currentMap());
    this.target = null;
    this.state = "idle";
  }
}
