// The map that is mounted, for whoever shows something on it from elsewhere on the page.

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
let mounted = null;
let foreseen = null;

/** Make `view` the map that is mounted, or none. */
export function onStage(view) {
  mounted = view;
}

/** Show at once what `asked` says of focus, camera, step and lens; the page's own run follows and finds it so. */
export function foresee(asked) {
  const view = mounted;
  if (!view?.data) return;
  if (asked.focus !== view.chosen) view.ways = {};
  view.over = null;
  view.pending = asked.focus;
  const shown = view.update({ ...view.data, ...asked }, view.send);
  view.pending = foreseen = asked.focus; // a run that was on its way still speaks of the view before
  shown.then(() => {
    bringIntoView(view.root);
    if (view.chosen !== asked.focus || !view.buttons.has(asked.focus)) return;
    view.roam(asked.focus);
    view.caption.announceChosen(view.bundle, view.nameOf(asked.focus));
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
  if (mounted && mounted.pending === foreseen) mounted.pending = null;
  foreseen = null;
}

/** Ask the server for the panel of a pick that the map shows already. */
export function panelOf(pick) {
  mounted?.send?.(pick || "none");
}

/** Whether a map is there to show something on. */
export const hasMap = () => Boolean(mounted?.data && mounted.root.isConnected);
