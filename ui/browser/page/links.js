// Links and buttons anywhere on the page that are answered without loading it anew: data-set, data-way,
// data-copy. Whoever is mounted answers them: the map, or on a page without one the list of links.

let answers = null;

/** Answer from now on with `{ set, way, say, width }`, each optional. */
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
  const control = event.target.closest?.("[data-set], [data-way], [data-copy]");
  if (!control || !answers || event.button) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const { set, way, copy: said } = control.dataset;
  if (!((set && answers.set) || (way && answers.way) || said)) return;
  event.preventDefault();
  if (set) answers.set(control);
  else if (way) control.setAttribute("aria-pressed", String(answers.way(way)));
  else copy(control, said);
});
