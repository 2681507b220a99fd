"""Positions of the parts of an illustration (`illustrations/<name>.yaml`), in px of its canvas; y points down."""

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
    """The pyramidal cell, in the background; its axon comes to the foreground and becomes the terminal."""

    soma: Disc
    dendrites: tuple[Limb, ...]
    axon: Limb


class TerminalPlace(Record):
    """The axon terminal: its centre, the height of its active zone, and how far it leans to one side."""

    x: At
    top: At
    active_zone: At
    half_width: Length
    lean: Annotated[float, Field(ge=-0.3, le=0.3, description="Share of the half width.")] = 0
    vesicle: Annotated[float, Field(gt=0, description="Radius of a vesicle.")]
    docked: Annotated[int, Field(ge=1)]
    reserve: Annotated[int, Field(ge=0)]
    glutamate: Annotated[int, Field(ge=0, description="Molecules in the cleft when everything is drawn.")]


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
    axon: Annotated[Literal[-1, 1], Field(description="Side from which the partner's axon comes.")] = 1


class SpineStates(Record):
    """The small spines under stress, days after the dose, and when the effect has faded."""

    rest: tuple[SmallSpine, ...]
    days: tuple[SmallSpine, ...]
    fade: tuple[SmallSpine, ...]


class DendritePlace(Record):
    """The shaft of the dendrite, and its small spines."""

    shaft: Limb
    spines: SpineStates


class ReceptorPlace(Record):
    """A receptor in the large spine's membrane; an inserted one is drawn once the synapse has been strengthened."""

    at: Annotated[
        float, Field(ge=-1, le=1, description="Distance from the spine's middle, as a share of its half width.")
    ]
    kind: Literal["ampa", "nmda"]
    inserted: bool = False


class SynapsePlace(Record):
    """Receptors and channels of the large spine; angles in degrees from its middle, clockwise from the right."""

    scale: Length
    receptors: tuple[ReceptorPlace, ...]
    calcium_channel: float
    bdnf: Annotated[float, Field(description="Angle at which a vesicle with BDNF opens.")]
    bdnf_vesicle: Length
    trkb: Annotated[At, Field(description="Position of TrkB along the shaft.")]
    ribosomes: Annotated[tuple[At, At, Length], Field(description="Left end and width of a polyribosome.")]


class CloseUp(Record):
    """A magnified inset: its circle, and the point that it magnifies."""

    glass: Disc
    tip: Place
    scale: Length = 1
    membrane: Annotated[
        float, Field(ge=-1, le=1, description="Height of the membrane in it, as a share of its radius.")
    ] = 0.22


class Molecule(Record):
    """A molecule of ketamine: position, size, and rotation in degrees."""

    x: At
    y: At
    scale: Length
    turn: float = 0


class BrainPlace(Record):
    """The brain, seen from the left; 130 px wide at `scale` 1."""

    x: At
    y: At
    scale: Length


class Bar(Record):
    """A time span with soft ends: it fades in from `start` to `full` and out from `last` to `end`."""

    kind: Literal["surge", "relief", "spines"]
    row: Annotated[int, Field(ge=0)]
    start: Minutes
    full: Minutes
    last: Minutes
    end: Minutes


class RulerPlace(Record):
    """The time ruler: a logarithmic axis from `first` to `last`, in minutes after the dose."""

    left: At
    right: At
    y: At
    first: Minutes
    last: Minutes
    ticks: tuple[Minutes, ...]
    bars: tuple[Bar, ...]
    now: Annotated[
        dict[Literal["surge", "signal", "days", "fade"], Minutes],
        Field(default_factory=dict, description="Position of each state of the picture, in minutes."),
    ]


class Illustration(Record):
    """All positions of one illustration."""

    width: Annotated[int, Field(gt=0)]
    height: Annotated[int, Field(gt=0)]
    membrane: Annotated[float, Field(gt=0, description="Thickness of a membrane in the foreground.")]
    web: Annotated[float, Field(gt=0, description="How far forks of cells in the foreground are rounded.")]
    near: Annotated[float, Field(gt=0, description="Length of axon over which it comes to the foreground.")]
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
        tuple[Molecule, ...], Field(description="Entry points of rival accounts, drawn as outlines.")
    ] = ()
    brain: BrainPlace
    ruler: RulerPlace | None = None
    background: tuple[Limb, ...] = ()
