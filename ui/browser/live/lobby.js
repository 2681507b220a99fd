// What stands on the pages of the live link themselves: opening a room, its code, joining, handing over, the end.

import { element } from "../page/dom.js";
import { lobby } from "./address.js";
import { button } from "./bar.js";

function say(tag, words, className = "") {
  const made = element(tag, className);
  made.textContent = words;
  return made;
}

/** A field with its label. */
function field(label, attributes) {
  const made = element("label", "live-field");
  const input = element("input", "live-input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    ...attributes,
  });
  made.append(say("span", label), input);
  return { made, input };
}

/** A form that gives what was typed to `act` instead of leaving the page. */
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

const CODE = { autocapitalize: "characters", maxlength: "12", required: "" };
const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The line that says what went wrong, or nothing. */
function problem(words, name) {
  const made = say("p", name ? (words.problems[name] ?? words.problems.unreachable) : "", "notice live-problem");
  made.hidden = !name;
  return made;
}

/** The page to open a room, for someone without a room: open one, or take over another's. */
export function opening(words, acts, trouble) {
  const box = element("div", "live-lobby");
  const code = field(words.take_code, { ...CODE, name: "room" });
  const key = field(words.take_key, { ...CODE, name: "key" });
  const take = element("details", "live-take");
  take.append(say("summary", words.take_title), say("p", words.take_hint), form([code, key], words.take, acts.take));
  const join = element("p", "");
  const link = say("a", words.have_code);
  link.href = `./${lobby("join")}${location.search}`;
  link.target = "_self";
  join.append(link);
  box.append(problem(words, trouble), button(words.open, acts.open, { class: "tool live-main live-big" }), join, take);
  return box;
}

/** The same page for the driver: how to join, where to begin, and everything about the wheel. */
export function desk(words, acts, { code, key, query, ending, trouble }) {
  const box = element("div", "live-lobby");
  const join = `/${lobby("join")}?room=${code}`;
  const picture = element("img", "live-qr", { src: `./api/qr.svg?to=${encodeURIComponent(join)}`, alt: words.qr });
  const how = element("div", "live-how");
  how.append(
    say("p", words.code_label, "live-label"),
    say("p", spaced(code), "live-big-code"),
    say("p", words.scan.replace("{address}", `${location.host}/${lobby("join")}`)),
  );
  const invite = element("div", "live-invite");
  invite.append(picture, how);
  const row = element("div", "live-row");
  row.append(
    button(words.begin, acts.begin, { class: "tool live-main" }),
    button(words.window, () =>
      window.open(`./${lobby("join")}${query ? `${query}&` : "?"}room=${code}&as=window`, "_blank", "noopener"),
    ),
  );
  const wheel = element("details", "live-wheel");
  wheel.open = Boolean(key);
  wheel.append(say("summary", words.hand_over), say("p", words.hand_over_hint));
  if (key) wheel.append(say("p", `${key.slice(0, 4)} ${key.slice(4)}`, "live-big-code"), say("p", words.key_hint));
  wheel.append(button(words.make_key, acts.offer));
  const end = element("div", "live-row live-end");
  if (ending) {
    end.append(
      say("p", words.end_sure),
      button(words.end_yes, acts.end, { class: "tool live-danger" }),
      button(words.end_no, acts.keep),
    );
  } else end.append(button(words.end, acts.ask));
  box.append(invite, row, say("p", words.window_hint, "muted"), wheel, problem(words, trouble), end);
  return box;
}

/** The page to join a room, for someone who is in none: the join box, and why they are in none. */
export function joining(words, acts, trouble, typed = "") {
  const box = element("div", "live-lobby");
  const code = field(words.join_code, { ...CODE, name: "room", value: typed });
  box.append(problem(words, trouble), form([code], words.join, acts.join));
  return box;
}

/** The same page for someone who is in a room that has not begun, or who came back to this page. */
export function joined(words, { code, waiting, trouble }) {
  const box = element("div", "live-lobby");
  const said = (waiting ? words.waiting : words.in_room).replace("{code}", code);
  box.append(problem(words, trouble), say("p", spaced(code), "live-big-code"), say("p", said));
  return box;
}

/** Where the page stands in a frame of another site. */
export function framed(words) {
  const box = element("div", "live-lobby");
  const link = say("a", words.own_window);
  for (const [name, value] of [
    ["href", location.href],
    ["target", "_blank"],
    ["rel", "noopener"],
  ])
    link.setAttribute(name, value);
  box.append(say("p", words.problems.framed, "notice"), link);
  return box;
}
