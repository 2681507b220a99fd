"""The controlled words of the content: every enumeration an author may choose from."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Level(StrEnum):
    """Who the words are for; each reader-facing text exists once for every level."""

    PATIENT = "patient"
    STUDENT = "student"
    CLINICIAN = "clinician"


class Sign(IntEnum):
    """Effect of more source on the target."""

    INCREASES = 1
    DECREASES = -1


class Glyph(StrEnum):
    """A small sign for a thing that the illustration gives no body."""

    RINGS = "rings"
    HALVES = "halves"
    SERPENTINE = "serpentine"
    NEURON = "neuron"
    SPINE = "spine"
    NET = "net"
    DOTS = "dots"
    FUSED = "fused"
    IONS = "ions"
    PAIR = "pair"
    LOBES = "lobes"
    FOLD = "fold"
    RIBOSOME = "ribosome"
    INSERTION = "insertion"
    SPIKE = "spike"
    TURN = "turn"
    WAVE = "wave"


class ThingKind(StrEnum):
    """What sort of thing a node of the graph is."""

    DRUG = "drug"
    METABOLITE = "metabolite"
    RECEPTOR = "receptor"
    CHANNEL = "channel"
    CELL = "cell"
    CIRCUIT = "circuit"
    TRANSMITTER = "transmitter"
    ION = "ion"
    GROWTH_FACTOR = "growth-factor"
    KINASE = "kinase"
    PROTEIN = "protein"
    PROCESS = "process"
    MODULATOR = "modulator"
    OUTCOME = "outcome"


class PictureState(StrEnum):
    """A moment of the story that an illustration draws."""

    ALL = "all"
    """Everything at once: what the map teaches before anyone has chosen a moment."""
    REST = "rest"
    """Under stress, before the drug: the brake is on, the spines are few and thin."""
    SURGE = "surge"
    """On the drug: the brake is blocked and glutamate rises; no spine has changed yet."""
    SIGNAL = "signal"
    """As the surge ebbs: BDNF is out and holds TrkB, kinases and ribosomes are at work; no spine has changed yet."""
    DAYS = "days"
    """Days later, in mice: new spines stand, the drug is gone."""
    FADE = "fade"
    """One to two weeks later: some of the new spines have withdrawn."""


class Theme(StrEnum):
    """Which ground a drawing stands on."""

    LIGHT = "light"
    DARK = "dark"


class Compartment(StrEnum):
    """Where in body, brain or cell a thing sits."""

    BODY = "body"
    PERSON = "person"
    CIRCUIT = "circuit"
    HABENULA = "habenula"
    INTERNEURON = "interneuron"
    TERMINAL = "terminal"
    CLEFT = "cleft"
    SPINE = "spine"
    DENDRITE = "dendrite"
    NUCLEUS = "nucleus"


class BelRelation(StrEnum):
    """Relation of the Biological Expression Language that an arrow stands for."""

    DIRECTLY_INCREASES = "directlyIncreases"
    INCREASES = "increases"
    DECREASES = "decreases"
    DIRECTLY_DECREASES = "directlyDecreases"
    POSITIVE_CORRELATION = "positiveCorrelation"


class Role(StrEnum):
    """Part that an arrow plays. A marker is a correlate, left out of cause-and-effect queries."""

    DRIVER = "driver"
    PERMISSIVE = "permissive"
    MODULATOR = "modulator"
    FEEDBACK = "feedback"
    MARKER = "marker"


class Onset(StrEnum):
    """Time from cause to effect (not from the dose)."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


class Phase(StrEnum):
    """When an arrow matters: acute is up to about a day in people, half a day in rodents."""

    ACUTE = "acute"
    SUSTAINED = "sustained"
    BOTH = "both"


class Dose(StrEnum):
    """Dose at which a conditional arrow is active."""

    USUAL = "usual"
    HIGH = "high"


class InWhom(StrEnum):
    """First axis of evidence: in whom a link was seen. Ordered from best to weakest."""

    HUMAN_TRIAL = "human-trial"
    HUMAN_BIOMARKER = "human-biomarker"
    ANIMAL = "animal"
    CELL = "cell"
    INFERRED = "inferred"


class Directness(StrEnum):
    """Second axis of evidence: how directly a link was shown. Ordered from best to weakest."""

    SHOWN_DIRECTLY = "shown-directly"
    INDIRECT = "indirect"
    INFERRED = "inferred"


class Shown(StrEnum):
    """Outcome of the experiments that ask whether a cause is needed, or enough on its own."""

    SHOWN = "shown"
    REFUTED = "refuted"
    UNKNOWN = "unknown"


class Strength(StrEnum):
    """Overall support for a step in one kind of subject."""

    STRONG = "strong"
    MODERATE = "moderate"
    MIXED = "mixed"
    THIN = "thin"
    NOT_SHOWN = "not-shown"


class HypothesisKind(StrEnum):
    """How an account relates to the others; only a trigger starts the cascade by itself."""

    TRIGGER = "trigger"
    COMPANION = "companion"
    PERMISSIVE = "permissive"
    RIVAL = "rival"
    LIMIT = "limit"


class ReferenceKind(StrEnum):
    """What sort of study or document a reference is."""

    HUMAN_RCT = "human-rct"
    HUMAN_OPEN_LABEL = "human-open-label"
    HUMAN_IMAGING = "human-imaging"
    META_ANALYSIS = "meta-analysis"
    RODENT_IN_VIVO = "rodent-in-vivo"
    ANIMAL = "animal"
    EX_VIVO_SLICE = "ex-vivo-slice"
    IN_VITRO = "in-vitro"
    REVIEW = "review"
    GUIDELINE = "guideline"
    LABEL = "label"
    REGULATOR_NOTICE = "regulator-notice"


class Topic(StrEnum):
    """Subject of a claim."""

    MECHANISM = "mechanism"
    ONSET_AND_DURATION = "onset-and-duration"
    CONDITION = "condition"
    ROUTE = "route"
    SESSION = "session"
    SIDE_EFFECT = "side-effect"
    SAFETY = "safety"
    REGULATORY = "regulatory"
    COMPARISON = "comparison"
    RESEARCH_GAP = "research-gap"


class Verdict(StrEnum):
    """What the evidence says of a claim."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    CONTESTED = "contested"
    OVERSTATED = "overstated"
    INCORRECT = "incorrect"
    UNTESTABLE = "untestable-marketing"


class Said(StrEnum):
    """How far an article speaks of a part of the story; where it is silent there is no entry at all."""

    STATED = "stated"
    PARTLY = "partly"
    IMPLIED = "implied"
    LISTED = "listed"
    WEIGHED = "weighed"
    """Set out with advantages and drawbacks."""
    WITH_ERROR = "with-error"


class ClaimEvidence(StrEnum):
    """Best kind of evidence that bears on a claim."""

    SYSTEMATIC_REVIEW = "systematic-review"
    RCT = "rct"
    OPEN_LABEL = "open-label"
    HUMAN_IMAGING = "human-imaging"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    LABEL = "label"
    EXPERT_OPINION = "expert-opinion"
    NONE = "none"


class Action(StrEnum):
    """What an experiment does to its target."""

    BLOCK = "block"
    REDUCE = "reduce"
    KNOCK_OUT = "knock-out"
    ENHANCE = "enhance"
    ACTIVATE = "activate"
    MEASURE = "measure"


class Effect(StrEnum):
    """What happened to the readout of an experiment."""

    ABOLISHED = "abolished"
    REDUCED = "reduced"
    UNCHANGED = "unchanged"
    ENHANCED = "enhanced"
    PROLONGED = "prolonged"
    WORSENED = "worsened"
    MIMICKED = "mimicked"
    NO_EFFECT = "no_effect"


class PhaseBasis(StrEnum):
    """How the phase of an experiment was determined."""

    STATED = "stated"
    FROM_MEMORY = "from-memory"
    INFERRED_FROM_READOUT = "inferred-from-readout"
    DEFAULT = "default"
