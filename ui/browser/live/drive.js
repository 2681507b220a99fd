// The driver: every change of the address becomes the room's state. Always the whole state, and the last one for certain.

import { same, shared } from "./address.js";

const SETTLED = 120; // ms: a page switch writes the address in two goes
const AGAIN = 1000; // ms after which a message that found no way is sent again

export class Driver {
  /** `place` is the driver's seat; `ask` sends; `on.lost(problem)` tells that the wheel is gone. */
  constructor(place, ask, on, later = (act, ms) => setTimeout(act, ms), never = (timer) => clearTimeout(timer)) {
    Object.assign(this, { place, ask, on, later, never, busy: false, paused: false, wanted: null, known: null });
  }

  /** Take over what the room is now. */
  heard({ version, address, status }) {
    if (version < this.place.version) return;
    this.place.version = version;
    const waiting = this.paused !== (this.known?.paused ?? false); // the driver's own press, which this event is older than
    this.known = { address, paused: status === "paused" };
    if (!waiting) this.paused = this.known.paused;
    if (this.wanted === null && address) this.wanted = address;
  }

  /** The driver's address has changed; while the room is paused it stays where it is. */
  moved(address, soon = SETTLED) {
    const state = shared(address);
    if (!state || this.paused) return;
    this.wanted = state;
    this.never(this.timer);
    this.timer = this.later(() => this.send(), soon);
  }

  /** Hold the room where it is, or take it along again to `address`. */
  pause(paused, address) {
    this.paused = paused;
    const state = shared(address);
    if (!paused && state) this.wanted = state;
    this.never(this.timer);
    this.send();
  }

  get done() {
    const wanted = this.wanted ?? "";
    return this.known && this.known.paused === this.paused && (wanted === "" || same(this.known.address, wanted));
  }

  async send() {
    if (this.busy || this.done || this.closed) return;
    this.busy = true;
    const [address, paused] = [this.wanted ?? this.known?.address ?? "", this.paused];
    const { token, version: base, room } = this.place;
    const { status, body } = await this.ask(`/${room}/state`, { token, base, address, paused });
    this.busy = false;
    if (this.closed) return;
    if (status === 200) {
      this.place.version = body.version;
      this.known = { address, paused };
      this.on.sent?.(this.place);
      this.send();
    } else if (status === 409) {
      this.place.version = body.version;
      this.send();
    } else if ([403, 404, 410].includes(status)) {
      this.on.lost(body.problem, body.boot);
    } else if (status === 400 || status === 413) {
      this.wanted = this.known?.address ?? ""; // an address that no room takes: the room stays where it is
      this.on.trouble("malformed");
    } else {
      this.on.trouble(body.problem ?? "unreachable");
      this.timer = this.later(() => this.send(), AGAIN);
    }
  }

  close() {
    this.closed = true;
    this.never(this.timer);
  }
}
