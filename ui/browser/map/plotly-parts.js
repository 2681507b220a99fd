// What Plotly drew, told apart: which thing or arrow each of its groups belongs to, and which part of it.

import { ownerOf } from "./figure.js";

/** Mark the groups of a `chart` that draws `links` as the first picture marks its own, so that one style sheet lights both. */
export function mark(chart, links) {
  const signs = new Map(links.map(({ id, sign }) => [`edge:${id}`, sign]));
  for (const group of chart.querySelectorAll(".scatterlayer .trace")) {
    const owner = ownerOf(group.getAttribute("class"));
    if (!owner) continue;
    const { part, pick } = owner;
    Object.assign(group.dataset, { part: pick, sign: signs.get(pick) ?? "" });
    for (const drawn of group.querySelectorAll(".js-line, .point")) drawn.classList.add(part);
    if (part === "name") for (const text of group.querySelectorAll("text")) text.classList.add(part);
  }
}
