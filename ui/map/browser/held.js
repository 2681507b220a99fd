// Picks that wait for the server: no more of them than lead to where the reader is.

/** The picks `held` and then `pick`: a moment of the story leaves what was picked before, a thing only another thing. */
export function kept(held, pick) {
  const moment = held.findLast((one) => one.startsWith("story:"));
  return pick.startsWith("story:") || !moment ? [pick] : [moment, pick];
}
