// The driver: sends each address change as the room's complete state, so that the last one always arrives.

import { same, shared } from "./address.js";

const SETTLED = 120; // ms: a page switch changes the address twice
const AGAIN = 1000; // ms after which an undelivered message is sent again

export class Driver {
  /** `place` is the driver's membership; `ask` sends; `on.lost(problem)` reports that control was lost. */
  constructor(place, ask, on, later = (act, ms) => setTimeout(act, ms), never = (timer) => clearTimeout(timer)) {
    Object.assign(this, { place, ask, on, later, never, busy: false, paused: false, wanted: null, known: null });
  }

  /** Apply the room's current state. */
  heard({ version, address, status }) {
    if (version < this.place.version) return;
    this.place.version = version;
    const waiting = this.paused !== (this.known?.paused ?? false); // the driver's own action, newer than this event
    this.known = { address, paused: status === "paused" };
    if (!waiting) this.paused = this.known.paused;
    if (this.wanted === null && address) this.wanted = address;
  }

  /** The driver's address has changed; while the room is paused, it is not shared. */
  moved(address, soon = SETTLED) {
    const state = shared(address);
    if (!state || this.paused) return;
    this.wanted = state;
    this.never(this.timer);
    this.timer = this.later(() => this.send(), soon);
  }

  /** Pause the room, or resume it at `address`. */
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
      this.wanted = this.known?.address ?? ""; // the room rejects this address, so it keeps its state
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
