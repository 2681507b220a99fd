"""Places of what an illustration draws (`illustrations/<name>.yaml`), in px of its canvas; y grows downwards."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from graph.models import Record

Length = Annotated[float, Field(gt=0, le=4000)]
At = Annotated[float, Field(ge=-400, le=4000)]
Place = tuple[At, At]
Disc = Annotated[tuple[At, At, Length], Field(description="Centre and radius.")]
Limb = Annotated[
    tuple[tuple[At, At, Length], ...],
    Field(min_length=2, description="Points along a limb of a cell with half its width at each."),
]
Minutes = Annotated[float, Field(gt=0)]


class InterneuronPlace(Record):
    """The inhibitory interneuron; `contact` is where its bouton touches the pyramidal cell's axon."""

    soma: Disc
    dendrites: tuple[Limb, ...]
    axon: Limb
    boutons: tuple[Disc, ...]
    contact: Place


class PyramidalPlace(Record):
    """The pyramidal cell, far away; its axon comes near and becomes the terminal."""

    soma: Disc
    dendrites: tuple[Limb, ...]
    axon: Limb


class TerminalPlace(Record):
    """The axon terminal: middle, height of its active zone, and how far it leans to one side."""

    x: At
    top: At
    active_zone: At
    half_width: Length
    lean: Annotated[float, Field(ge=-0.3, le=0.3, description="Share of the half width.")] = 0
    vesicle: Annotated[float, Field(gt=0, description="Radius of a vesicle.")]
    docked: Annotated[int, Field(ge=1)]
    reserve: Annotated[int, Field(ge=0)]
    glutamate: Annotated[int, Field(ge=0, description="Molecules in the cleft when all is drawn at once.")]


class SpinePlace(Record):
    """The large dendritic spine under the terminal."""

    x: At
    top: At
    half_width: Length
    height: Length
    neck: Length


class SmallSpine(Record):
    """One of the small spines. `ghost` marks one that has withdrawn; `synapse` draws its partner's bouton."""

    x: At
    length: Length
    head: Length
    neck: Length
    lean: float = 0
    down: Annotated[bool, Field(description="Whether it grows from the underside.")] = False
    synapse: bool = False
    strong: bool = False
    new: bool = False
    ghost: bool = False
    axon: Annotated[Literal[-1, 1], Field(description="Side that the partner's axon comes from.")] = 1


class SpineStates(Record):
    """The small spines under stress, days after the dose, and once the effect fades."""

    rest: tuple[SmallSpine, ...]
    days: tuple[SmallSpine, ...]
    fade: tuple[SmallSpine, ...]


class DendritePlace(Record):
    """The dendrite's shaft, and what grows from it."""

    shaft: Limb
    spines: SpineStates


class ReceptorPlace(Record):
    """A receptor in the large spine's membrane; an inserted one comes with new strength."""

    at: Annotated[float, Field(ge=-1, le=1, description="Share of the spine's half width from its middle.")]
    kind: Literal["ampa", "nmda"]
    inserted: bool = False


class SynapsePlace(Record):
    """Receptors and channels of the large spine; angles in degrees from its middle, clockwise from the right."""

    scale: Length
    receptors: tuple[ReceptorPlace, ...]
    calcium_channel: float
    bdnf: Annotated[float, Field(description="Angle at which a vesicle with BDNF opens.")]
    bdnf_vesicle: Length
    trkb: Annotated[At, Field(description="Where on the shaft TrkB stands.")]
    ribosomes: Annotated[tuple[At, At, Length], Field(description="Left end and width of a polyribosome.")]


class CloseUp(Record):
    """A magnifier: its glass, and the place it looks at."""

    glass: Disc
    tip: Place
    scale: Length = 1
    membrane: Annotated[
        float, Field(ge=-1, le=1, description="Height of the membrane in it, as share of its radius.")
    ] = 0.22


class Molecule(Record):
    """A molecule of ketamine: place, size and turn in degrees."""

    x: At
    y: At
    scale: Length
    turn: float = 0


class BrainPlace(Record):
    """The brain, seen from the left; `scale` 1 is 130 px wide."""

    x: At
    y: At
    scale: Length


class Bar(Record):
    """A stretch of time with soft ends: it rises from `start` to `full` and falls from `last` to `end`."""

    kind: Literal["surge", "relief", "spines"]
    row: Annotated[int, Field(ge=0)]
    start: Minutes
    full: Minutes
    last: Minutes
    end: Minutes


class RulerPlace(Record):
    """The time ruler: a logarithmic axis from `first` to `last` minutes after the dose."""

    left: At
    right: At
    y: At
    first: Minutes
    last: Minutes
    ticks: tuple[Minutes, ...]
    bars: tuple[Bar, ...]
    now: Annotated[
        dict[Literal["surge", "signal", "days", "fade"], Minutes],
        Field(default_factory=dict, description="Minute at which a moment of the story stands."),
    ]


class Illustration(Record):
    """All places of one illustration."""

    width: Annotated[int, Field(gt=0)]
    height: Annotated[int, Field(gt=0)]
    membrane: Annotated[float, Field(gt=0, description="Thickness of a membrane that is near.")]
    web: Annotated[float, Field(gt=0, description="How far the forks of near cells are rounded.")]
    near: Annotated[float, Field(gt=0, description="Stretch of the axon in which its membrane comes near.")]
    molecule: Annotated[float, Field(gt=0, description="Radius of a molecule of glutamate.")]
    interneuron: InterneuronPlace
    pyramidal: PyramidalPlace
    terminal: TerminalPlace
    spine: SpinePlace
    dendrite: DendritePlace
    synapse: SynapsePlace
    first_receptor: CloseUp
    habenula: CloseUp | None = None
    ketamine: tuple[Molecule, ...]
    other_doors: Annotated[
        tuple[Molecule, ...], Field(description="Where rival accounts have ketamine act; drawn as an outline.")
    ] = ()
    brain: BrainPlace
    ruler: RulerPlace | None = None
    background: tuple[Limb, ...] = ()
