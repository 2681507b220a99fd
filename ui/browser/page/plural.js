// Phrases for one and for several, as `wording/language.py` has them.

// English whatever the reader's browser speaks or translates the page to, because the words are.
const rules = new Intl.PluralRules("en");

/**
 * The form of a phrase for `count`, with the number in it.
 * @param {Phrase} phrase
 * @param {number} count
 */
export function counted(phrase, count) {
  const form = rules.select(count) === "one" ? phrase.one : phrase.other;
  return form.replace("{count}", String(count));
}
