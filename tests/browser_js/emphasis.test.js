// What is lit by a pick, a step or a lens.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { active, emphasis, parse, reach, roles, through } from "../../ui/browser/map/emphasis.js";

const { scenes } = JSON.parse(readFileSync(process.env.BUNDLE, "utf8"));
const scene = Object.values(scenes)[0];
const BOTH_WAYS = { up: true, down: true };

const link = (id, source, target, phase = "both") => ({ id, source, target, phase, sign: 1, step: 1 });
const toy = (links) => {
  const ids = new Set(links.flatMap(({ source, target }) => [source, target]));
  return { links, things: [...ids].map((id) => ({ id, step: 1 })) };
};
const sorted = (ids) => [...ids].sort();

/**
 * Links that a way in time can meet: on the way down first those that are not late, then those that are not early;
 * on the way up the other way round.
 */
function metInTime(links, start, direction) {
  const [first, then] = direction > 0 ? ["sustained", "acute"] : ["acute", "sustained"];
  const [here, there] = direction > 0 ? ["source", "target"] : ["target", "source"];
  const grow = (at, allowed) => {
    for (let size = -1; size !== at.size; ) {
      size = at.size;
      for (const one of allowed) if (at.has(one[here])) at.add(one[there]);
    }
    return at;
  };
  const begin = links.filter(({ phase }) => phase !== first);
  const end = links.filter(({ phase }) => phase !== then);
  const at = grow(new Set([start]), begin);
  const later = grow(new Set(at), end);
  return sorted(
    [...begin.filter((one) => at.has(one[here])), ...end.filter((one) => later.has(one[here]))]
      .map(({ id }) => id)
      .filter((id, place, all) => all.indexOf(id) === place),
  );
}

test("a pick is parted into its kind and id", () => {
  assert.deepEqual(parse("node:ampar"), { kind: "node", id: "ampar" });
  assert.deepEqual(parse("edge:a--b"), { kind: "edge", id: "a--b" });
  const nothing = ["", undefined, null, "none", "ampar", "thing:ampar", "nodes:ampar", "edges:a--b", ":ampar"];
  for (const none of nothing) {
    assert.equal(parse(none), null);
  }
});

test("nothing is lit where nothing of the scene is picked", () => {
  assert.equal(emphasis(scene), null);
  for (const pick of [
    "",
    "none",
    "node:",
    "edge:",
    "node:nothing",
    "edge:nothing",
    `node:${scene.links[0].id}`,
    `edge:${scene.things[0].id}`,
    scene.things[0].id,
  ]) {
    assert.equal(emphasis(scene, { pick }), null, pick);
    assert.equal(emphasis(scene, { pick, ways: BOTH_WAYS }), null, pick);
  }
});

test("a thing lights its neighbours and the arrows to them, and nothing else", () => {
  for (const { id } of scene.things) {
    const lit = emphasis(scene, { pick: `node:${id}` });
    const links = {};
    const things = {};
    for (const { id: name, source, target } of scene.links) {
      if (target === id) [links[name], things[source]] = ["cause", "cause"];
      if (source === id) [links[name], things[target]] = ["effect", "effect"];
    }
    assert.deepEqual(lit, { links, things: { ...things, [id]: "chosen" } });
  }
});

test("an arrow lights itself and its two ends, and nothing else", () => {
  for (const { id, source, target } of scene.links) {
    assert.deepEqual(emphasis(scene, { pick: `edge:${id}` }), {
      links: { [id]: "chosen" },
      things: { [source]: "cause", [target]: "effect" },
    });
  }
});

test("the whole way goes on to the ends, up and down each on its own", () => {
  for (const { id } of scene.things) {
    const [above, below] = [metInTime(scene.links, id, -1), metInTime(scene.links, id, 1)];
    const of = (ways) => emphasis(scene, { pick: `node:${id}`, ways }).links;
    const withRole = (links, role) => sorted(Object.keys(links).filter((name) => links[name] === role));
    assert.deepEqual(withRole(of(BOTH_WAYS), "cause"), above);
    assert.deepEqual(withRole(of(BOTH_WAYS), "effect"), below);
    assert.deepEqual(withRole(of({ up: true }), "cause"), above);
    assert.deepEqual(withRole(of({ up: true }), "effect"), withRole(of({}), "effect"));
    assert.deepEqual(withRole(of({ down: true }), "effect"), below);
    assert.deepEqual(withRole(of({ down: true }), "cause"), withRole(of({}), "cause"));
  }
});

test("the whole way is longer than the way to the neighbours somewhere", () => {
  const count = (ways) => Object.keys(emphasis(scene, { pick: `node:${scene.things[0].id}`, ways }).links).length;
  assert.ok(count({ down: true }) > count({}));
});

test("everything that an arrow lights has its two ends lit", () => {
  for (const pick of [...scene.things.map(({ id }) => `node:${id}`), ...scene.links.map(({ id }) => `edge:${id}`)]) {
    const lit = emphasis(scene, { pick, ways: BOTH_WAYS });
    for (const { id, source, target } of scene.links) {
      if (lit.links[id]) assert.ok(lit.things[source] && lit.things[target], `${pick} ${id}`);
    }
    assert.equal(Object.values({ ...lit.links, ...lit.things }).filter((role) => role === "chosen").length, 1);
  }
});

test("going round a cycle ends, and meets each arrow of it", () => {
  const links = [link("a--b", "a", "b"), link("b--c", "b", "c"), link("c--a", "c", "a"), link("b--b", "b", "b")];
  for (const direction of [1, -1]) assert.equal(reach(links, "a", direction).size, 4);
  const lit = emphasis(toy(links), { pick: "edge:a--b", ways: BOTH_WAYS });
  assert.equal(lit.links["a--b"], "chosen");
  assert.deepEqual(sorted(Object.keys(lit.links)), ["a--b", "b--b", "b--c", "c--a"]);
});

test("a way goes as many steps as asked for", () => {
  const links = [link("a--b", "a", "b"), link("b--c", "b", "c"), link("c--d", "c", "d")];
  assert.deepEqual(
    [0, 1, 2, 3, 9].map((depth) => reach(links, "a", 1, depth).size),
    [0, 1, 2, 3, 3],
  );
  assert.deepEqual([...reach(links, "d", -1, 1)], ["c--d"]);
});

test("what comes late does not bring about what came early", () => {
  const links = [link("a--b", "a", "b", "sustained"), link("b--c", "b", "c", "acute"), link("b--d", "b", "d")];
  assert.deepEqual(sorted(reach(links, "a", 1)), ["a--b", "b--d"]);
  assert.deepEqual(sorted(reach(links, "c", -1)), ["b--c"]);
  assert.deepEqual(sorted(reach(links, "b", 1)), ["b--c", "b--d"]);
});

test("it does not do so through an arrow of both phases either", () => {
  const links = [link("a--b", "a", "b", "sustained"), link("b--c", "b", "c"), link("c--d", "c", "d", "acute")];
  assert.deepEqual(sorted(reach(links, "a", 1)), ["a--b", "b--c"]);
  assert.deepEqual(sorted(reach(links, "d", -1)), ["b--c", "c--d"]);
  const lit = emphasis(toy(links), { pick: "edge:a--b", ways: BOTH_WAYS });
  assert.deepEqual(sorted(Object.keys(lit.links)), ["a--b", "b--c"]);
});

test("an arrow met by a late way is met again by an early one that leads further", () => {
  const links = [
    link("a--b", "a", "b", "sustained"),
    link("b--c", "b", "c"),
    link("c--d", "c", "d", "acute"),
    link("a--x", "a", "x"),
    link("x--b", "x", "b"),
  ];
  assert.deepEqual(sorted(reach(links, "a", 1)), ["a--b", "a--x", "b--c", "c--d", "x--b"]);
});

test("in any network the ways in time are met, and only those", () => {
  let seed = 7;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let round = 0; round < 400; round += 1) {
    const links = Array.from({ length: 1 + random(8) }, (_, place) =>
      link(`l${place}`, `t${random(5)}`, `t${random(5)}`, ["acute", "both", "sustained"][random(3)]),
    );
    for (const direction of [1, -1]) {
      assert.deepEqual(sorted(reach(links, "t0", direction)), metInTime(links, "t0", direction), JSON.stringify(links));
    }
  }
});

test("a step lights its things, the arrows that lead to them, and where these begin", () => {
  for (const step of new Set(scene.things.map((thing) => thing.step))) {
    const lit = emphasis(scene, { step });
    for (const thing of scene.things) {
      const begins = scene.links.some((one) => one.step === step && one.source === thing.id);
      assert.equal(lit.things[thing.id], thing.step === step ? "step" : begins ? "cause" : undefined);
    }
    for (const one of scene.links) assert.equal(lit.links[one.id], one.step === step ? "step" : undefined);
  }
});

test("a pick goes before the step of the page, and one that is unknown does not", () => {
  const pick = `node:${scene.things[0].id}`;
  assert.deepEqual(emphasis(scene, { pick, step: 2 }), emphasis(scene, { pick }));
  assert.deepEqual(emphasis(scene, { pick: "node:nothing", step: 2 }), emphasis(scene, { step: 2 }));
});

test("an arrow is active where every arrow of its chain belongs to an account in use", () => {
  const chain = { accounts: [["a", "b"], ["c"]] };
  for (const none of [undefined, []]) assert.equal(active(chain, none), true);
  assert.equal(active(chain, ["a", "c"]), true);
  assert.equal(active(chain, ["a", "b"]), false);
  assert.equal(active(chain, ["x"]), false);
  assert.equal(through({ ...chain, contested: false }, "all", ["x"]).away, true);
});

test("each lens lets the arrows step back that it is not about", () => {
  for (const one of scene.links) {
    assert.deepEqual(through(one), { away: false, dash: "solid" });
    assert.equal(through(one, "people").away, one.in_people === "none");
    assert.equal(through(one, "people").dash === "solid", one.in_people !== "some");
    assert.equal(through(one, "contested").away, !one.contested);
    assert.equal(through(one, "how").away, false);
    assert.equal(through(one, "how").dash === "solid", one.in_whom.startsWith("human"));
  }
  for (const lens of ["people", "contested"]) {
    const away = scene.links.filter((one) => through(one, lens).away).length;
    assert.ok(away > 0 && away < scene.links.length, lens);
  }
});

test("three kinds of line show in whom an arrow was studied", () => {
  const dashes = ["human-trial", "human-biomarker", "animal", "cell", "inferred"].map(
    (whom) => through({ in_whom: whom, accounts: [] }, "how").dash,
  );
  assert.equal(dashes[0], dashes[1]);
  assert.equal(dashes[3], dashes[4]);
  assert.equal(new Set(dashes).size, 3);
});

const LENSES = ["all", "people", "contested", "how"];
const ACCOUNTS = [...new Set(scene.links.flatMap(({ accounts }) => accounts.flat()))];
const PICKS = [...scene.things.map(({ id }) => `node:${id}`), ...scene.links.map(({ id }) => `edge:${id}`)];

test("every thing and every arrow has a role in every view, and no other has one", () => {
  for (const pick of ["", "node:nothing", ...PICKS])
    for (const lens of [undefined, ...LENSES])
      for (const step of [0, 2]) {
        const given = roles(scene, { pick, lens, step, ways: BOTH_WAYS });
        assert.deepEqual(sorted(given.keys()), sorted(PICKS));
        for (const role of given.values())
          assert.ok(["", "away", "chosen", "cause", "effect", "step"].includes(role), role);
      }
});

test("where nothing is picked and no page, lens or account asks for more, all rests", () => {
  for (const view of [{}, { pick: "none" }, { pick: "edge:nothing", lens: "all", accounts: [] }, { lens: "how" }]) {
    assert.deepEqual(new Set(roles(scene, view).values()), new Set([""]));
  }
});

test("by a pick its neighbours have their roles, and all else steps back", () => {
  const links = [link("a--b", "a", "b"), link("b--c", "b", "c"), link("c--d", "c", "d"), link("x--c", "x", "c")];
  const of = (view) => Object.fromEntries(roles(toy(links.map((one) => ({ ...one, accounts: [] }))), view));
  assert.deepEqual(of({ pick: "node:b" }), {
    "node:a": "cause",
    "node:b": "chosen",
    "node:c": "effect",
    "node:d": "away",
    "node:x": "away",
    "edge:a--b": "cause",
    "edge:b--c": "effect",
    "edge:c--d": "away",
    "edge:x--c": "away",
  });
  assert.deepEqual(of({ pick: "edge:b--c" }), {
    "node:a": "away",
    "node:b": "cause",
    "node:c": "effect",
    "node:d": "away",
    "node:x": "away",
    "edge:a--b": "away",
    "edge:b--c": "chosen",
    "edge:c--d": "away",
    "edge:x--c": "away",
  });
  assert.deepEqual(of({ pick: "node:b", ways: { down: true } }), {
    ...of({ pick: "node:b" }),
    "node:d": "effect",
    "edge:c--d": "effect",
  });
});

test("what a pick or a step lights keeps its role, and what it does not light steps back", () => {
  const steps = [...new Set(scene.things.map(({ step }) => step))].map((step) => ({ step }));
  for (const view of [...steps, ...PICKS.flatMap((pick) => [{ pick }, { pick, ways: BOTH_WAYS }, { pick, step: 2 }])]) {
    const lit = emphasis(scene, view);
    const given = roles(scene, view);
    for (const { id } of scene.things) assert.equal(given.get(`node:${id}`), lit.things[id] ?? "away", id);
    for (const { id } of scene.links) assert.equal(given.get(`edge:${id}`), lit.links[id] ?? "away", id);
  }
  for (const { step } of steps) assert.ok([...roles(scene, { step }).values()].includes("away"), `step ${step}`);
});

test("an arrow steps back by lens and account even where a pick lights it, and a thing with its last arrow", () => {
  const views = [...LENSES.map((lens) => ({ lens })), ...ACCOUNTS.map((name) => ({ accounts: [name] }))];
  let lost = 0;
  for (const view of views) {
    const rest = roles(scene, view);
    for (const { id } of scene.things) {
      const own = scene.links.filter(({ source, target }) => source === id || target === id);
      const back = own.every((one) => through(one, view.lens, view.accounts).away);
      assert.equal(rest.get(`node:${id}`), back ? "away" : "", id);
    }
    for (const one of scene.links) {
      assert.equal(rest.get(`edge:${one.id}`), through(one, view.lens, view.accounts).away ? "away" : "", one.id);
    }
    for (const pick of PICKS) {
      const [with_, without] = [roles(scene, { ...view, pick }), roles(scene, { pick })];
      for (const { id } of scene.things) assert.equal(with_.get(`node:${id}`), without.get(`node:${id}`));
      for (const one of scene.links) {
        const name = `edge:${one.id}`;
        const back = name !== pick && through(one, view.lens, view.accounts).away;
        assert.equal(with_.get(name), back ? "away" : without.get(name), `${pick} ${name}`);
        if (back && without.get(name) !== "away") lost += 1;
      }
    }
  }
  assert.ok(lost > 0, "some arrow was lit and stepped back");
});

test("the chosen arrow never steps back", () => {
  let kept = 0;
  for (const one of scene.links)
    for (const lens of LENSES)
      for (const accounts of [[], ["no account at all"]]) {
        assert.equal(roles(scene, { pick: `edge:${one.id}`, lens, accounts }).get(`edge:${one.id}`), "chosen");
        if (through(one, lens, accounts).away) kept += 1;
      }
  assert.ok(kept > 0, "some would have stepped back");
});
