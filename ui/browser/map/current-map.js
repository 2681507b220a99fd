// The map that is mounted, for whoever shows something on it from elsewhere on the page.

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
let mounted = null;
let foreseen = null;

/** Make `view` the map that is mounted, or none. */
export function onStage(view) {
  mounted = view;
}

/**
 * Show at once what `asked` says of focus, moment, camera, step and lens; the page's own run follows and finds it so.
 * Where the page tells only a `part` of the camera's picture, as only the server knows, the map waits for it.
 */
export function foresee({ part, ...asked }) {
  const view = mounted;
  if (!view?.data || (part && !view.data.told)) return;
  if (asked.focus !== view.chosen) view.ways = {};
  view.over = null;
  const told = part ? view.data.told : null;
  const shown = view.update({ ...view.data, ...asked, told }, view.send);
  // A run that was on its way still speaks of the view before.
  [view.pending, view.telling] = [asked.focus, asked.moment ?? ""];
  foreseen = asked;
  shown.then(() => {
    bringIntoView(view.root);
    if (view.chosen !== asked.focus) return;
    if (view.buttons.has(asked.focus)) {
      view.buttons.roam(asked.focus);
      view.caption.announceChosen(view.bundle, view.nameOf(asked.focus));
    } else if (view.story.moment) view.caption.announce(view.story.spoken);
  });
}

/** What a presenter shows must be seen: scroll to the map where most of the window shows something else. */
function bringIntoView(root) {
  const { top, bottom } = root.getBoundingClientRect();
  if (top < innerHeight / 2 && bottom > innerHeight / 4) return;
  root.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
}

/** Let the next run say again what is shown, where the reader went another way. */
export function forget() {
  if (mounted && foreseen && mounted.pending === foreseen.focus) mounted.pending = null;
  if (mounted && foreseen && mounted.telling === (foreseen.moment ?? "")) mounted.telling = null;
  foreseen = null;
}

/** Ask the server for the panel of a pick, or of a moment as `story:ID`, that the map shows already. */
export function panelOf(pick) {
  mounted?.send?.(pick || "none");
}

/** Whether a run of the page has said what was shown before it. */
export const confirmed = () => !hasMap() || (mounted.pending === null && mounted.telling === null);

/** Whether a map is there to show something on. */
export const hasMap = () => Boolean(mounted?.data && mounted.root.isConnected);
