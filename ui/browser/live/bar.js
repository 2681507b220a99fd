// The slim bar at the foot of every page while in a room: the follower's and the driver's.

import { element } from "../page/dom.js";
import { lobby } from "./address.js";

/** A button labelled `words` that calls `act`. */
export function button(words, act, attributes = {}) {
  const made = element("button", "tool", { type: "button", ...attributes });
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

const line = (className, tag = "span") => element(tag, className);

/** A follower's bar: the state of the room, and buttons to leave the presenter's view and return to it. */
export class FollowerBar {
  constructor(words, acts) {
    this.words = words;
    this.box = element("section", "live-bar", { "aria-label": words.bar });
    this.says = line("live-says", "p");
    this.away = button(words.look_around, acts.wander);
    this.back = button(words.back, acts.back, { class: "tool live-main" });
    this.off = button(words.leave, acts.leave);
    this.box.append(this.says, this.away, this.back, this.off);
  }

  /**
   * `state` is "following", "wandering", "paused" or "waiting"; a `trouble` is shown instead of it. Returns the text
   * that is shown.
   */
  show({ state, trouble, code }) {
    const { words } = this;
    const said = trouble ? (words.problems[trouble] ?? words.problems.unreachable) : words[state];
    this.says.textContent = said.replace("{code}", code);
    this.box.dataset.state = trouble ? "trouble" : state;
    swap(this.away, this.back, state === "wandering");
    return this.says.textContent;
  }
}

/** Show one of two buttons, and move the keyboard focus to it if the other had it. */
function swap(one, other, second) {
  const held = [one, other].includes(document.activeElement);
  [one.hidden, other.hidden] = [second, !second];
  if (held) (second ? other : one).focus();
}

/** The driver's bar: back and forward, the room, and the private notes. */
export class DriverBar {
  constructor(words, acts) {
    this.words = words;
    this.box = element("section", "live-bar live-driver", { "aria-label": words.driver_bar });
    this.back = button(words.previous, acts.previous);
    this.on = button(words.next, acts.next, { class: "tool live-main" });
    this.pause = button(words.pause, acts.pause);
    this.stop = line("live-stop", "p");
    this.facts = line("live-facts", "p");
    this.people = line("live-people");
    this.clock = element("span", "live-clock", { role: "timer", "aria-label": words.elapsed });
    this.code = line("live-code");
    this.facts.append(this.code, this.people, this.clock);
    this.notes = element("details", "live-notes");
    const summary = document.createElement("summary");
    summary.textContent = words.notes;
    this.note = line("live-note", "p");
    this.coming = line("live-coming", "p");
    this.notes.append(summary, this.note, this.coming);
    this.desk = element("a", "live-desk-link", { href: `./${lobby("open")}`, target: "_self" });
    this.desk.textContent = words.desk;
    this.desk.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      acts.desk();
    });
    const row = line("live-row", "div");
    row.append(this.back, this.on, this.pause, this.desk);
    this.box.append(this.notes, this.stop, this.facts, row);
  }

  show({ code, people, paused, trouble, stop, note, coming, query }) {
    const { words } = this;
    this.code.textContent = words.driving.replace("{code}", code);
    this.people.textContent = words.people.replace("{count}", people ?? "–");
    this.pause.textContent = paused ? words.resume : words.pause;
    this.pause.setAttribute("aria-pressed", String(paused));
    this.stop.textContent = trouble
      ? (words.problems[trouble] ?? words.problems.unreachable)
      : paused
        ? words.pausing
        : stop;
    this.note.textContent = note || words.no_note;
    this.coming.textContent = coming ? words.upcoming.replace("{title}", coming) : words.last_stop;
    this.desk.setAttribute("href", `./${lobby("open")}${query}`);
    this.box.dataset.state = trouble ? "trouble" : paused ? "paused" : "driving";
  }

  tick(seconds) {
    const part = (number) => String(number).padStart(2, "0");
    const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds) % 60];
    this.clock.textContent = `${part(minutes)}:${part(rest)}`;
  }
}
