// "Set these parameters": what is merged until the server has heard it, and how an address is spelt.

import assert from "node:assert/strict";
import test from "node:test";

globalThis.location = { pathname: "/" };
const { changed, giveUp, heard, pending, selected, selecting, set } = await import("../../ui/browser/page/set.js");

/** What has been sent, oldest first. */
function line() {
  const sent = [];
  return { sent, send: (message) => sent.push(message) };
}

test("each message says all that was asked for and not heard yet, the last word counting", () => {
  const { sent, send } = line();
  set({ step: "bdnf", node: "", edge: "" }, send);
  set({ node: "ampar", edge: "" }, send);
  assert.deepEqual(sent.at(-1).set, { step: "bdnf", node: "ampar", edge: "" });
  assert.equal(sent.at(-1).number, sent[0].number + 1);
  heard(sent[0].number); // an answer to the first press is not one to both
  assert.deepEqual(pending(), sent.at(-1).set);
  heard(sent.at(-1).number);
  assert.deepEqual(pending(), {});
});

test("nothing that was asked for on one page is asked for on another", () => {
  const { sent, send } = line();
  set({ node: "ampar" }, send);
  location.pathname = "/time";
  assert.deepEqual(pending(), {});
  set({ at: "4h" }, send);
  assert.deepEqual(sent.at(-1).set, { at: "4h" });
  giveUp();
  assert.deepEqual(pending(), {});
});

test("what is selected is told from what changes something else", () => {
  assert.deepEqual(selecting("edge:a--b"), { node: "", edge: "a--b" });
  assert.deepEqual(selecting(""), { node: "", edge: "" });
  for (const pick of ["node:a", "edge:a--b", ""]) assert.equal(selected(selecting(pick)), pick);
  assert.equal(selected({ year: "2018" }), undefined);
});

test("an address is spelt as Python's urlencode spells it, and what is empty goes", () => {
  const typed = "~*'()!-._ é&=+,%/😀";
  const spelt = "q=~%2A%27%28%29%21-._+%C3%A9%26%3D%2B%2C%25%2F%F0%9F%98%80";
  assert.equal(changed("", { q: typed, topic: "a,b" }), `${spelt}&topic=a%2Cb`);
  assert.equal(
    changed("?claim=gad&level=patient&q=x", { topic: "condition", claim: "", q: "" }),
    "level=patient&topic=condition",
  );
});
