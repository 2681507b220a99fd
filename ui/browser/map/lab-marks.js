// Marks on things that the lab has changed or that changed with them: a sign on the button, and words in its name.

/** @type {Record<string, string>} */
const SIGNS = { off: "✕", halved: "½", on: "●", less: "▼", more: "▲" };

/**
 * Mark `buttons` as `changes` says: for each thing the kind of change and what it is called.
 * @param {Map<PartId, HTMLElement>} buttons
 * @param {Record<PartId, [kind: string, words: string]>} changes
 * @param {(pick: PartId) => string} nameOf
 */
export function markChanges(buttons, changes, nameOf) {
  for (const [pick, button] of buttons) {
    const [kind = "", words] = changes[pick] ?? [];
    const name = words ? `${nameOf(pick)}, ${words}` : nameOf(pick);
    if (button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
    if (kind in SIGNS) {
      button.dataset.change = kind;
      button.dataset.sign = SIGNS[kind];
    } else delete button.dataset.change;
  }
}
