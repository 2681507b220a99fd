"""The controlled vocabulary of the content: the values that authors may choose from."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Level(StrEnum):
    """Audience of a text; every text that readers see exists once for each level."""

    PATIENT = "patient"
    STUDENT = "student"
    CLINICIAN = "clinician"


class Sign(IntEnum):
    """Effect on the target when the source increases."""

    INCREASES = 1
    DECREASES = -1


class Glyph(StrEnum):
    """A small symbol for a thing that has no body in the illustration."""

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
    """Kind of thing that a node of the graph is."""

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
    """State of an illustration, which belongs to one or more moments of the story."""

    ALL = "all"
    """Everything at once, as shown before a reader chooses a moment."""
    REST = "rest"
    """Under stress, before the drug: inhibition is on, spines are few and thin."""
    SURGE = "surge"
    """On the drug: inhibition is blocked and glutamate rises; no spine has changed yet."""
    SIGNAL = "signal"
    """As the surge ebbs: released BDNF binds TrkB, kinases and ribosomes are active; no spine has changed yet."""
    DAYS = "days"
    """Days later, in mice: there are new spines, and the drug is gone."""
    FADE = "fade"
    """One to two weeks later: some of the new spines have withdrawn."""


class Theme(StrEnum):
    """Background of a drawing."""

    LIGHT = "light"
    DARK = "dark"


class Compartment(StrEnum):
    """Where in the body, brain or cell a thing is located."""

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
    """Role of an arrow. A marker is a correlate and is left out of cause-and-effect queries."""

    DRIVER = "driver"
    PERMISSIVE = "permissive"
    MODULATOR = "modulator"
    FEEDBACK = "feedback"
    MARKER = "marker"


class Onset(StrEnum):
    """Delay from cause to effect (not from the dose)."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


class Phase(StrEnum):
    """Phase in which an arrow matters: acute is up to about a day in people and half a day in rodents."""

    ACUTE = "acute"
    SUSTAINED = "sustained"
    BOTH = "both"


class Dose(StrEnum):
    """Dose at which a conditional arrow is active."""

    USUAL = "usual"
    HIGH = "high"


class InWhom(StrEnum):
    """First axis of evidence: in whom a link was tested. Ordered from strongest to weakest."""

    HUMAN_TRIAL = "human-trial"
    HUMAN_BIOMARKER = "human-biomarker"
    ANIMAL = "animal"
    CELL = "cell"
    INFERRED = "inferred"


class Directness(StrEnum):
    """Second axis of evidence: how directly a link was shown. Ordered from strongest to weakest."""

    SHOWN_DIRECTLY = "shown-directly"
    INDIRECT = "indirect"
    INFERRED = "inferred"


class Shown(StrEnum):
    """Result of the experiments that test whether a cause is necessary, or sufficient on its own."""

    SHOWN = "shown"
    REFUTED = "refuted"
    UNKNOWN = "unknown"


class Strength(StrEnum):
    """Overall support for a step in rodents or in people."""

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
    """Kind of study or document that a reference is."""

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
    """Verdict of the evidence on a claim."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    CONTESTED = "contested"
    OVERSTATED = "overstated"
    INCORRECT = "incorrect"
    UNTESTABLE = "untestable-marketing"


class Said(StrEnum):
    """How far an article covers a part of the story; if it is silent, there is no entry."""

    STATED = "stated"
    PARTLY = "partly"
    IMPLIED = "implied"
    LISTED = "listed"
    WEIGHED = "weighed"
    """Discussed with advantages and drawbacks."""
    WITH_ERROR = "with-error"


class ClaimEvidence(StrEnum):
    """Best kind of evidence on a claim."""

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
