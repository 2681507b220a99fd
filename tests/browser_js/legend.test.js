// The legend: every mark is drawn and named, and words cannot become markup.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { legend } from "../../ui/browser/map/legend.js";

const words = JSON.parse(readFileSync(process.env.BUNDLE, "utf8")).text.legend;
const { lenses, ...marks } = words;
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const items = (html) => html.split("<li").slice(1);
const count = (html, part) => html.split(part).length - 1;

test("every mark of the map has a drawing and its words", () => {
  const rows = items(legend(words));
  assert.deepEqual(Object.keys(marks), ["increases", "decreases", "split", "number"]);
  assert.equal(rows.length, 4);
  Object.values(marks).forEach((text, place) => {
    assert.ok(rows[place].includes(`</svg>${escaped(text)}</li>`));
    assert.match(rows[place], /aria-hidden="true"><(path|circle)/);
  });
  assert.equal(new Set(rows.map((row) => row.match(/<svg.*<\/svg>/)[0])).size, 4, "each its own drawing");
});

test("a lens adds its own marks and a sentence", () => {
  for (const [lens, { says, marks: own }] of Object.entries(lenses)) {
    const html = legend(words, lens);
    assert.equal(items(html).length, 4 + Object.keys(own).length + 1, lens);
    assert.ok(html.endsWith(`<li class="map-lens">${escaped(says)}</li>`), lens);
    for (const text of Object.values(own)) assert.ok(html.includes(`</svg>${escaped(text)}</li>`), lens);
    assert.equal(count(html, "undefined"), 0, lens);
  }
});

test("without a lens, or with one that is unknown, only the marks are listed", () => {
  for (const lens of [undefined, "all", "nothing"]) assert.equal(legend(words, lens), legend(words));
  assert.equal(count(legend(words), "map-lens"), 0);
});

test("the account in use comes last", () => {
  assert.ok(legend(words, "all", "One & all").endsWith('<li class="map-lens">One &amp; all</li>'));
  assert.equal(count(legend(words, "how", "An account"), "map-lens"), 2);
});

test("words cannot become markup", () => {
  const odd = '<img src=x onerror="y">&amp;';
  const html = legend(
    {
      increases: odd,
      lenses: { how: { says: odd, marks: { solid: odd } } },
    },
    "how",
    odd,
  );
  assert.equal(count(html, "<img"), 0);
  assert.equal(count(html, escaped(odd)), 4);
  assert.equal(count(html, "&amp;amp;"), 4, "what is written is what is read");
});
