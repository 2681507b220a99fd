// Links and buttons anywhere on the page that are answered without loading it anew: data-pick, data-way, data-go,
// data-copy. Whoever is mounted answers them: the map, or on a page without one the desk.

let answers = null;

/** Answer from now on with `{ pick, way, go, say, width }`, each optional. */
export function answerWith(given) {
  answers = given;
}

/** Stop answering, unless someone else does by now. */
export function stopAnswering(given) {
  if (answers === given) answers = null;
}

function copy(control, said) {
  navigator.clipboard.writeText(location.href).then(
    () => {
      answers.say(said);
      control.textContent = said;
    },
    () => answers.say(location.href),
  );
}

/** Let a link to the picture as a file lead to the design that is shown here: the server does not know its width. */
function asShown({ target }) {
  const link = target.closest?.("[data-picture] a");
  const width = link && answers?.width?.();
  if (!width) return;
  const file = new URL(link.href);
  file.searchParams.set("width", width);
  link.href = file.href;
}

for (const before of ["pointerdown", "focusin", "click"]) document.addEventListener(before, asShown, true);

document.addEventListener("click", (event) => {
  const control = event.target.closest?.("[data-pick], [data-way], [data-go], [data-copy]");
  if (!control || !answers || event.button) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const { pick, way, copy: said } = control.dataset;
  const known = (pick && answers.pick) || (way && answers.way) || ("go" in control.dataset && answers.go) || said;
  if (!known) return;
  event.preventDefault();
  if (pick) answers.pick(pick, control);
  else if (way) control.setAttribute("aria-pressed", String(answers.way(way)));
  else if (said) copy(control, said);
  else answers.go(control);
});
