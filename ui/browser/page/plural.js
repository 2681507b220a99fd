// Phrases for one and for several, as `wording/language.py` has them.

// English whatever the reader's browser speaks or translates the page to, because the words are.
const rules = new Intl.PluralRules("en");

/** The form of `phrase` for `count`, with the number in it. */
export function counted(phrase, count) {
  return phrase[rules.select(count)].replace("{count}", count);
}
