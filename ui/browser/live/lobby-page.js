// The pages of the live link itself: which of them is shown, and what its buttons do.

import { element } from "../page/dom.js";
import { DriverRoom } from "./driver-room.js";
import { joined, joining, opening, presenting } from "./lobby.js";
import { membership } from "./membership.js";

export class LobbyPage {
  /** @param {import("./link.js").LiveLink} link */
  constructor(link) {
    this.link = link;
    this.place = element("div", "live-place");
    this.ending = false; // whether the presenter is asked if the room should end
    this.shown = "";
  }

  /** Show what belongs here, even where nothing has changed if by `force`; nothing on any other page. */
  show(force = false) {
    const member = membership();
    const { path, level, lobby, trouble, key, room } = this.link;
    const waiting = room?.waiting ?? true;
    const state = JSON.stringify([path, level, member?.room, member?.role, trouble, key, this.ending, waiting]);
    if (state === this.shown && !force) return;
    this.shown = state;
    if (lobby === "open") this.put(member?.role === "driver" ? this.presenting(member) : this.opening());
    else if (lobby === "join")
      this.put(member && member.role !== "driver" ? this.joined(member, waiting) : this.joining());
    else this.put(null);
  }

  opening() {
    const { link } = this;
    /** @type {Parameters<typeof opening>[1]} */
    const acts = { open: () => link.open(), take: (room, key) => link.take(room, key) };
    return opening(link.words, acts, link.trouble);
  }

  /** @param {Membership} member */
  presenting({ room: code }) {
    const { link, ending } = this;
    const acts = {
      begin: () => {
        if (link.room instanceof DriverRoom) link.room.begin();
      },
      offer: () => link.offer(),
      end: () => link.end(),
      ask: () => {
        this.ending = true;
        this.show();
      },
      keep: () => {
        this.ending = false;
        link.trouble = "";
        this.show();
      },
    };
    return presenting(link.words, acts, { code, key: link.key, query: link.query, ending, trouble: link.trouble });
  }

  joining() {
    const { link } = this;
    return joining(link.words, { join: (code) => link.join(code) }, link.trouble, link.typed);
  }

  /**
   * @param {Membership} member
   * @param {boolean} waiting
   */
  joined({ room: code }, waiting) {
    return joined(this.link.words, { code, waiting, trouble: this.link.trouble });
  }

  /**
   * Put `box` here, and keep the keyboard focus here if it was.
   * @param {HTMLElement | null} box
   */
  put(box) {
    const focused = this.place.contains(document.activeElement);
    this.place.replaceChildren(...(box ? [box] : []));
    /** @type {HTMLElement | null} */
    const next = this.place.querySelector(".live-danger, .live-main, button");
    if (focused) next?.focus();
  }
}
