// What Plotly drew, told apart: which thing or arrow each of its groups belongs to, and which part of it.

/** What a group that Plotly drew is and belongs to, from the class that carries its trace's `uid`; null for others. */
export function ownerOf(className) {
  const [, part, kind, id] = /\btrace([a-z]+)_(node|edge)_(\S+)/.exec(className) ?? [];
  return part ? { part, pick: `${kind}:${id}` } : null;
}

/** Mark the groups of a `chart` that draws `links` as the first picture marks its own, so that one style sheet lights both. */
export function mark(chart, links) {
  const signs = new Map(links.map(({ id, sign }) => [`edge:${id}`, sign]));
  for (const group of chart.querySelectorAll(".scatterlayer .trace")) {
    const owner = ownerOf(group.getAttribute("class"));
    if (!owner) continue;
    const { part, pick } = owner;
    Object.assign(group.dataset, { part: pick, sign: signs.get(pick) ?? "" });
    for (const drawn of group.querySelectorAll(".js-line, .point")) drawn.classList.add(part);
    if (part !== "name") continue;
    const [, ...numbers] = group.querySelectorAll("text"); // that of the step stands after the name
    for (const text of group.querySelectorAll("text")) text.classList.add(part);
    for (const text of numbers) text.classList.add("badge");
  }
}
