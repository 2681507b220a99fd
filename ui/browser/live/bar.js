// The slim bar of a room at the foot of every page: the follower's, and the presenter's.

import { element, modified, textElement } from "../page/dom.js";
import { lobby } from "./address.js";

/**
 * A button that says `words` and does `act`.
 * @param {string} words
 * @param {() => void} act
 * @param {Record<string, string>} attributes
 */
export function button(words, act, attributes = {}) {
  const made = element("button", "tool", { type: "button", ...attributes });
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

/**
 * What to say of a problem.
 * @param {LiveWords} words
 * @param {Trouble} [trouble]
 */
export const problemText = (words, trouble = "") => words.problems[trouble] ?? words.problems.unreachable;

/** Bar of someone who follows: what the room does, and a way off and back. */
export class FollowerBar {
  /**
   * @param {LiveWords} words
   * @param {Record<"wander" | "back" | "leave", () => void>} acts
   */
  constructor(words, acts) {
    this.words = words;
    this.box = element("section", "live-bar", { "aria-label": words.bar });
    this.says = element("p", "live-says");
    this.away = button(words.look_around, acts.wander);
    this.back = button(words.back, acts.back, { class: "tool live-main" });
    this.off = button(words.leave, acts.leave);
    this.box.append(this.says, this.away, this.back, this.off);
  }

  /**
   * Show what the room does, or the `trouble` that takes its place. Returns the line that says so.
   * @param {{ state: "following" | "wandering" | "paused" | "waiting", trouble: Trouble, code: string }} shown
   */
  show({ state, trouble, code }) {
    const said = (trouble ? problemText(this.words, trouble) : this.words[state]).replace("{code}", code);
    this.says.textContent = said;
    this.box.dataset.state = trouble ? "trouble" : state;
    if (state === "wandering") swap(this.away, this.back);
    else swap(this.back, this.away);
    return said;
  }
}

/**
 * Show one of two buttons instead of the other, and keep the keyboard focus on them.
 * @param {HTMLElement} hidden
 * @param {HTMLElement} shown
 */
function swap(hidden, shown) {
  const focused = document.activeElement === hidden || document.activeElement === shown;
  hidden.hidden = true;
  shown.hidden = false;
  if (focused) shown.focus();
}

/**
 * What the presenter's bar shows: `people` is null while it is unknown, `stop` the current one in words, `note` its
 * note, and `coming` the title of the next one.
 * @typedef {{
 *   code: string,
 *   people: number | null,
 *   paused: boolean,
 *   trouble: Trouble,
 *   stop: string,
 *   note: string,
 *   coming: string | undefined,
 *   query: string,
 * }} DriverState
 */

/** Bar of the presenter: back and forth, the room, and the notes that nobody else sees. */
export class DriverBar {
  /**
   * @param {LiveWords} words
   * @param {Record<"previous" | "next" | "pause" | "desk", () => void>} acts
   */
  constructor(words, acts) {
    this.words = words;
    this.box = element("section", "live-bar live-driver", { "aria-label": words.driver_bar });
    this.pause = button(words.pause, acts.pause);
    this.stop = element("p", "live-stop");
    this.people = element("span", "live-people");
    this.clock = element("span", "live-clock", { role: "timer", "aria-label": words.elapsed });
    this.code = element("span", "live-code");
    this.note = element("p", "live-note");
    this.coming = element("p", "live-coming");
    this.desk = element("a", "live-desk-link", { href: `./${lobby("open")}`, target: "_self" });
    this.desk.textContent = words.desk;
    this.desk.addEventListener("click", (event) => {
      if (modified(event) || event.shiftKey) return;
      event.preventDefault();
      acts.desk();
    });
    const notes = element("details", "live-notes");
    notes.append(textElement("summary", words.notes), this.note, this.coming);
    const facts = element("p", "live-facts");
    facts.append(this.code, this.people, this.clock);
    const row = element("div", "live-row");
    const next = button(words.next, acts.next, { class: "tool live-main" });
    row.append(button(words.previous, acts.previous), next, this.pause, this.desk);
    this.box.append(notes, this.stop, facts, row);
  }

  /** @param {DriverState} shown */
  show({ code, people, paused, trouble, stop, note, coming, query }) {
    const { words } = this;
    this.code.textContent = words.driving.replace("{code}", code);
    this.people.textContent = words.people.replace("{count}", String(people ?? "–"));
    this.pause.textContent = paused ? words.resume : words.pause;
    this.pause.setAttribute("aria-pressed", String(paused));
    if (trouble) this.stop.textContent = problemText(words, trouble);
    else this.stop.textContent = paused ? words.pausing : stop;
    this.note.textContent = note || words.no_note;
    this.coming.textContent = coming ? words.upcoming.replace("{title}", coming) : words.last_stop;
    this.desk.setAttribute("href", `./${lobby("open")}${query}`);
    this.box.dataset.state = trouble ? "trouble" : paused ? "paused" : "driving";
  }

  /**
   * Show the time since the presentation began.
   * @param {number} seconds
   */
  tick(seconds) {
    /** @param {number} part */
    const twoDigits = (part) => String(Math.floor(part)).padStart(2, "0");
    this.clock.textContent = `${twoDigits(seconds / 60)}:${twoDigits(seconds % 60)}`;
  }
}
