// The presenter: every change of the address becomes the room's state. Always the whole state, and the last one for
// certain.

import { same, shared } from "./address.js";
import { roomPath } from "./room-api.js";

const SETTLED = 120; // ms: a page switch writes the address in two steps
const AGAIN = 1000; // ms after which a message that was not delivered is sent again

/**
 * What the driver calls: `sent` once the room is where it should be, `lost` when this tab no longer controls the room,
 * `trouble` with anything else.
 * @typedef {{
 *   sent?: (member: Membership) => void,
 *   lost: (problem: Trouble | undefined, boot: string | undefined) => void,
 *   trouble: (problem: Trouble) => void,
 * }} Handlers
 */

export class Driver {
  /**
   * @param {Membership} member
   * @param {(path: string, body: object) => Promise<Pick<RoomAnswer, "status" | "body">>} ask
   * @param {Handlers} on
   * @param {(act: () => void, ms: number) => Timer} later
   * @param {(timer: Timer | undefined) => void} never
   */
  constructor(member, ask, on, later = (act, ms) => setTimeout(act, ms), never = (timer) => clearTimeout(timer)) {
    this.member = member;
    this.ask = ask;
    this.on = on;
    this.later = later;
    this.never = never;
    this.busy = false;
    this.closed = false;
    this.paused = false;
    /** @type {string | null} */
    this.wanted = null; // the address at which the room should be
    /** @type {{ address: string, paused: boolean } | null} */
    this.known = null; // where the server has it
    /** @type {Timer | undefined} */
    this.timer = undefined;
  }

  /**
   * Take over what the room is now.
   * @param {RoomState} state
   */
  heard({ version, address, status }) {
    if (version < this.member.version) return;
    this.member.version = version;
    const waiting = this.paused !== (this.known?.paused ?? false); // the presenter has pressed since this event
    this.known = { address, paused: status === "paused" };
    if (!waiting) this.paused = this.known.paused;
    if (this.wanted === null && address) this.wanted = address;
  }

  /**
   * The presenter's address has changed; while the room is paused it stays where it is.
   * @param {string} address
   */
  moved(address, soon = SETTLED) {
    const state = shared(address);
    if (!state || this.paused) return;
    this.wanted = state;
    this.never(this.timer);
    this.timer = this.later(() => this.send(), soon);
  }

  /**
   * Hold the room where it is, or take it along again to `address`.
   * @param {boolean} paused
   * @param {string} address
   */
  pause(paused, address) {
    this.paused = paused;
    const state = shared(address);
    if (!paused && state) this.wanted = state;
    this.never(this.timer);
    this.send();
  }

  /** Whether the server has the room where it should be. */
  get done() {
    if (this.known?.paused !== this.paused) return false;
    return !this.wanted || same(this.known.address, this.wanted);
  }

  /** Send where the room should be, until the server has it so. */
  async send() {
    if (this.busy || this.done || this.closed) return;
    this.busy = true;
    const address = this.wanted ?? this.known?.address ?? "";
    const { paused } = this;
    const { token, version: base, room } = this.member;
    const { status, body } = await this.ask(`${roomPath(room)}/state`, { token, base, address, paused });
    this.busy = false;
    if (this.closed) return;
    if (status === 200) {
      this.member.version = body.version ?? base;
      this.known = { address, paused };
      this.on.sent?.(this.member);
      this.send();
    } else if (status === 409) {
      this.member.version = body.version ?? base;
      this.send();
    } else if (status === 403 || status === 404 || status === 410) {
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
