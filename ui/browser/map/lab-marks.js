// Marks on things that the lab has changed or that changed with them: a sign on the button, and words in its name.

const SIGNS = { off: "✕", halved: "½", on: "●", less: "▼", more: "▲" };

/** Mark `buttons` (by pick) as `changes` says: for each thing the kind of change and what it is called. */
export function markChanges(buttons, changes, nameOf) {
  for (const [pick, button] of buttons) {
    const [kind, said] = changes[pick] ?? [];
    const name = said ? `${nameOf(pick)}, ${said}` : nameOf(pick);
    if (button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
    if (kind in SIGNS) Object.assign(button.dataset, { change: kind, sign: SIGNS[kind] });
    else delete button.dataset.change;
  }
}
