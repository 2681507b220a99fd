// What the pages of the live link themselves show: opening a room, its code, joining, handing over control, the end.

import { element, textElement } from "../page/dom.js";
import { lobby } from "./address.js";
import { button, problemText } from "./bar.js";

const CODE = { autocapitalize: "characters", maxlength: "12", required: "" };

/**
 * A field with its label.
 * @param {string} label
 * @param {Record<string, string>} attributes
 */
function field(label, attributes) {
  const made = element("label", "live-field");
  const input = element("input", "live-input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    ...attributes,
  });
  made.append(textElement("span", label), input);
  return { made, input };
}

/**
 * A form that gives what was typed to `act` instead of leaving the page.
 * @param {ReturnType<typeof field>[]} fields
 * @param {string} words
 * @param {(...typed: string[]) => void} act
 */
function form(fields, words, act) {
  const made = element("form", "live-form");
  const send = button(words, () => {}, { type: "submit", class: "tool live-main" });
  made.append(...fields.map((one) => one.made), send);
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    act(...fields.map((one) => one.input.value));
  });
  return made;
}

/**
 * A room's code, or a key, in two groups.
 * @param {string} code
 * @param {number} first how many characters the first group has
 */
const spaced = (code, first = 3) => `${code.slice(0, first)} ${code.slice(first)}`;

/**
 * The line that says what went wrong, or nothing.
 * @param {LiveWords} words
 * @param {Trouble} trouble
 */
function problem(words, trouble) {
  const made = textElement("p", trouble ? problemText(words, trouble) : "", "notice live-problem");
  made.hidden = !trouble;
  return made;
}

/**
 * The page to open a room, for someone without a room: open one, or take over another's.
 * @param {LiveWords} words
 * @param {{ open: () => void, take: (room: string, key: string) => void }} acts
 * @param {Trouble} trouble
 */
export function opening(words, acts, trouble) {
  const code = field(words.take_code, { ...CODE, name: "room" });
  const key = field(words.take_key, { ...CODE, name: "key" });
  const take = element("details", "live-take");
  take.append(textElement("summary", words.take_title), textElement("p", words.take_hint));
  take.append(form([code, key], words.take, acts.take));
  const link = element("a", "", { href: `./${lobby("join")}${location.search}`, target: "_self" });
  link.textContent = words.have_code;
  const join = element("p", "");
  join.append(link);
  const box = element("div", "live-lobby");
  box.append(problem(words, trouble), button(words.open, acts.open, { class: "tool live-main live-big" }), join, take);
  return box;
}

/**
 * What the presenter's page shows: the room's `code`, the `key` with which another may take over, if there is one,
 * whether the room is about to be ended, and the reader's level as a `query`.
 * @typedef {{ code: string, key: string | null, query: string, ending: boolean, trouble: Trouble }} Presenting
 */

/** @typedef {Record<"begin" | "offer" | "end" | "ask" | "keep", () => void>} PresenterActs */

/**
 * The same page for the presenter: how to join, where to begin, and everything about control of the room.
 * @param {LiveWords} words
 * @param {PresenterActs} acts
 * @param {Presenting} shown
 */
export function presenting(words, acts, { code, key, query, ending, trouble }) {
  const windowAddress = `./${lobby("join")}${query ? `${query}&` : "?"}room=${code}&as=window`;
  const row = element("div", "live-row");
  row.append(
    button(words.begin, acts.begin, { class: "tool live-main" }),
    button(words.window, () => window.open(windowAddress, "_blank", "noopener")),
  );
  const box = element("div", "live-lobby");
  box.append(
    invitation(words, code),
    row,
    textElement("p", words.window_hint, "muted"),
    handingOver(words, acts, key),
    problem(words, trouble),
    theEnd(words, acts, ending),
  );
  return box;
}

/**
 * How to join: the QR code, the room's code and the address.
 * @param {LiveWords} words
 * @param {string} code
 */
function invitation(words, code) {
  const address = encodeURIComponent(`/${lobby("join")}?room=${code}`);
  const picture = element("img", "live-qr", { src: `./api/qr.svg?to=${address}`, alt: words.qr });
  const how = element("div", "live-how");
  how.append(
    textElement("p", words.code_label, "live-label"),
    textElement("p", spaced(code), "live-big-code"),
    textElement("p", words.scan.replace("{address}", `${location.host}/${lobby("join")}`)),
  );
  const box = element("div", "live-invite");
  box.append(picture, how);
  return box;
}

/**
 * Handing over control: the key that another needs, or a button that makes one.
 * @param {LiveWords} words
 * @param {PresenterActs} acts
 * @param {string | null} key
 */
function handingOver(words, acts, key) {
  const box = element("details", "live-wheel");
  box.open = Boolean(key);
  box.append(textElement("summary", words.hand_over), textElement("p", words.hand_over_hint));
  if (key) box.append(textElement("p", spaced(key, 4), "live-big-code"), textElement("p", words.key_hint));
  box.append(button(words.make_key, acts.offer));
  return box;
}

/**
 * Ending the room, in two steps.
 * @param {LiveWords} words
 * @param {PresenterActs} acts
 * @param {boolean} ending
 */
function theEnd(words, acts, ending) {
  const box = element("div", "live-row live-end");
  if (ending) {
    box.append(
      textElement("p", words.end_sure),
      button(words.end_yes, acts.end, { class: "tool live-danger" }),
      button(words.end_no, acts.keep),
    );
  } else box.append(button(words.end, acts.ask));
  return box;
}

/**
 * The page to join a room, for someone who is in none: the join box, and why they are in none.
 * @param {LiveWords} words
 * @param {{ join: (code: string) => void }} acts
 * @param {Trouble} trouble
 */
export function joining(words, acts, trouble, typed = "") {
  const box = element("div", "live-lobby");
  const code = field(words.join_code, { ...CODE, name: "room", value: typed });
  box.append(problem(words, trouble), form([code], words.join, acts.join));
  return box;
}

/**
 * The same page for someone who is in a room that has not begun, or who came back to this page.
 * @param {LiveWords} words
 * @param {{ code: string, waiting: boolean, trouble: Trouble }} shown
 */
export function joined(words, { code, waiting, trouble }) {
  const box = element("div", "live-lobby");
  const said = (waiting ? words.waiting : words.in_room).replace("{code}", code);
  box.append(problem(words, trouble), textElement("p", spaced(code), "live-big-code"), textElement("p", said));
  return box;
}

/**
 * What the page shows inside a frame of another site.
 * @param {LiveWords} words
 */
export function framed(words) {
  const link = element("a", "", { href: location.href, target: "_blank", rel: "noopener" });
  link.textContent = words.own_window;
  const box = element("div", "live-lobby");
  box.append(textElement("p", words.problems.framed, "notice"), link);
  return box;
}
