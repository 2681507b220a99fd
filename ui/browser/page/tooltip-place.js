// Where the tooltip of a word is placed.

const MARGIN = 8; // px to the edges of the window
const GAP = 4; // px to the word: little, so that the pointer can cross it

/**
 * Left and top in px for a tooltip of `size` at the word whose box is `word`, inside `pane`: below the word where there
 * is room, else above it, else where there is more room; pushed in from the sides. Pure.
 * @param {Box} word
 * @param {Size} size
 * @param {Size} pane
 */
export function place(word, size, pane) {
  const above = word.top - GAP - size.height;
  const below = word.bottom + GAP;
  const fitsBelow = below + size.height <= pane.height - MARGIN;
  const moreAbove = word.top > pane.height - word.bottom;
  const under = fitsBelow || (above < MARGIN && !moreAbove);
  return {
    left: inside(word.left, size.width, pane.width),
    top: inside(under ? below : above, size.height, pane.height),
  };
}

/**
 * `at`, moved so that `length` px from there lie within `room` px.
 * @param {number} at
 * @param {number} length
 * @param {number} room
 */
const inside = (at, length, room) => Math.max(MARGIN, Math.min(at, room - MARGIN - length));
