// What Plotly drew, told apart: which thing or arrow each of its groups belongs to, and which part of it.

/**
 * What a group that Plotly drew is and belongs to, from the class that carries its trace's `uid`; null for others.
 * @param {string} className
 */
export function ownerOf(className) {
  const [, part, kind, id] = /\btrace([a-z]+)_(node|edge)_(\S+)/.exec(className) ?? [];
  return part ? { part, pick: `${kind}:${id}` } : null;
}

/**
 * Label the groups of a chart that draws `links` as the first picture labels its own, so that one style sheet lights
 * both.
 * @param {Element} chart
 * @param {Link[]} links
 */
export function labelParts(chart, links) {
  const signs = new Map(links.map(({ id, sign }) => [`edge:${id}`, String(sign)]));
  /** @type {NodeListOf<HTMLElement>} */
  const groups = chart.querySelectorAll(".scatterlayer .trace");
  for (const group of groups) {
    const owner = ownerOf(group.getAttribute("class") ?? "");
    if (!owner) continue;
    const { part, pick } = owner;
    group.dataset.part = pick;
    group.dataset.sign = signs.get(pick) ?? "";
    for (const drawn of group.querySelectorAll(".js-line, .point")) drawn.classList.add(part);
    if (part !== "name") continue;
    const [name, ...numbers] = group.querySelectorAll("text"); // the number of the step comes after the name
    for (const text of [name, ...numbers]) text.classList.add(part);
    for (const text of numbers) text.classList.add("badge");
  }
}
