"""A mechanism's content, checked and ready to use.

Every mechanism is a folder in `CONTENT`. One declares itself the main one, which the pages explain; the others are
shown for comparison, so they may omit what only pages of their own would show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.documents import read
from graph.draft import Draft, read_draft
from graph.faults import ContentError, Fault
from graph.illustration import Illustration
from graph.kinetics import Dynamics
from graph.layout import Camera, Layout
from graph.models import AbsentArrow, Arrow, Hypothesis, Manifest, Overview, OverviewLink, Step, Thing
from graph.records import Article, Caution, Claim, Experiment, Identifier, Number, Reference, System, Term, Unsaid
from graph.rules import broken
from graph.story import Moment
from graph.treatment import CrisisLine, IconArray, Passage, Ruling, TreatmentWords
from graph.vocabulary import Level
from graph.words import Verdicts, Words

CONTENT = Path(__file__).parent.parent / "assets" / "content"
"""Folder with one folder for each mechanism, and `schema`."""
NO_OVERVIEW = Overview.model_construct(things=(), links=())
"""Stands in for the main picture of a mechanism that is only shown for comparison and has none."""
NO_DYNAMICS = Dynamics.model_construct(**dict[str, Any]())
"""Stands in for the model settings of such a mechanism: without a dose, no model can be run."""


@dataclass(frozen=True, eq=False)
class Mechanism:
    """Everything known about one mechanism. Mappings go from id to record, in file order. Equal only to itself.

    Steps, things, arrows, hypotheses, references and words are never empty. The main mechanism has all the rest as
    well. `layouts` is keyed by width in px.
    """

    folder: Path
    digest: str
    manifest: Manifest
    steps: Mapping[str, Step]
    things: Mapping[str, Thing]
    arrows: Mapping[str, Arrow]
    absent: Mapping[str, AbsentArrow]
    hypotheses: Mapping[str, Hypothesis]
    overview: Overview
    references: Mapping[str, Reference]
    identifiers: Mapping[str, Identifier]
    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    systems: Mapping[str, System]
    unsaid: Mapping[str, Unsaid]
    cautions: Mapping[str, Caution]
    glossary: Mapping[str, Term]
    experiments: Mapping[str, Experiment]
    numbers: Mapping[str, Number]
    story: Mapping[str, Moment]
    treatment: Mapping[str, Passage]
    rulings: Mapping[str, Ruling]
    arrays: Mapping[str, IconArray]
    crisis: Mapping[str, CrisisLine]
    passages: Mapping[Level, TreatmentWords]
    dynamics: Dynamics
    words: Mapping[Level, Words]
    verdicts: Mapping[Level, Verdicts]
    layouts: Mapping[int, Layout]
    cameras: Mapping[str, Camera]
    illustrations: Mapping[str, Illustration]

    @property
    def links(self) -> Mapping[str, OverviewLink]:
        """Arrows of the main picture by id."""
        return {link.id: link for link in self.overview.links}

    def chain(self, id_: str) -> tuple[Arrow, ...]:
        """The arrows that `id_` stands for: the chain of an arrow in the main picture, or the arrow itself.

        Raises KeyError if no arrow has this id.
        """
        links = self.links
        return tuple(self.arrows[via] for via in links[id_].via) if id_ in links else (self.arrows[id_],)


def folders(content: Path | None = None) -> dict[str, Path]:
    """Folder of every mechanism by its name, sorted by name. `content` defaults to `CONTENT`."""
    found = sorted(path for path in (content or CONTENT).iterdir() if path.is_dir())
    return {path.name: path for path in found if path.name != "schema" and not path.name.startswith((".", "_"))}


def main_folder(content: Path | None = None) -> Path:
    """Folder of the main mechanism. Raises ContentError unless exactly one declares itself the main one."""
    says = [folder for folder in folders(content).values() if _says_main(folder / "mechanism.yaml")]
    if len(says) == 1:
        return says[0]
    names = " and ".join(folder.name for folder in says)
    problem = f"{names} all say “main: true”" if says else "no folder says “main: true”"
    raise ContentError([Fault("one-main", "mechanism.yaml", 1, "main", problem, "write it in exactly one")])


def _says_main(manifest: Path) -> bool:
    # Any other fault in a manifest is found when its folder is checked.
    document = read(manifest, manifest.name)[0] if manifest.is_file() else None
    return document is not None and isinstance(document.data, dict) and document.data.get("main") is True


def check(folder: Path) -> list[Fault]:
    """Every fault of the content in `folder`, in file order; an empty list means that the content is valid."""
    return broken(read_draft(folder))


def load(folder: Path | None = None) -> Mechanism:
    """Read the content in `folder`, by default the main mechanism. Raises ContentError with every fault."""
    draft = read_draft(folder or main_folder())
    if faults := broken(draft):
        raise ContentError(faults)
    return _mechanism(draft)


def load_compared() -> dict[str, Mechanism]:
    """Every mechanism except the main one, by folder name. Raises ContentError with every fault of one of them."""
    main = main_folder()
    return {name: load(folder) for name, folder in folders().items() if folder != main}


def _mechanism(draft: Draft) -> Mechanism:
    def listed(section: str) -> Mapping[str, Any]:
        return MappingProxyType({found.id: found.item for found in draft.all(section)})

    def by_level(section: str) -> Mapping[Level, Any]:
        return MappingProxyType({Level(id_): words for id_, words in listed(section).items()})

    def single(section: str) -> Any:
        return next(draft.all(section)).item

    return Mechanism(
        folder=draft.folder,
        digest=draft.digest,
        manifest=single("mechanism"),
        steps=listed("steps"),
        things=listed("things"),
        arrows=listed("arrows"),
        absent=listed("absent"),
        hypotheses=listed("hypotheses"),
        overview=single("overview") if draft.one("overview") else NO_OVERVIEW,
        references=listed("references"),
        identifiers=listed("identifiers"),
        articles=listed("articles"),
        claims=listed("claims"),
        systems=listed("systems"),
        unsaid=listed("unsaid"),
        cautions=listed("cautions"),
        glossary=listed("glossary"),
        experiments=listed("experiments"),
        numbers=listed("numbers"),
        story=listed("story"),
        treatment=listed("treatment"),
        rulings=listed("rulings"),
        arrays=listed("arrays"),
        crisis=listed("crisis"),
        passages=by_level("passages"),
        dynamics=single("dynamics") if draft.one("dynamics") else NO_DYNAMICS,
        words=by_level("words"),
        verdicts=by_level("verdicts"),
        layouts=MappingProxyType({int(id_): layout for id_, layout in listed("layout").items()}),
        cameras=listed("cameras"),
        illustrations=listed("illustrations"),
    )
