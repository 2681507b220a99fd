"""A logic-based ODE model of the network: its response to interventions, and its agreement with experiments.

>>> wiring = wire(mechanism, everything(mechanism))
>>> course = simulate(wiring, [Intervention("ampar", Action.BLOCK)])
>>> course.at("rapid-relief", hours=2)
"""

from __future__ import annotations

from graph.dynamics.calls import Call, Reach, call, call_alone, effect_on
from graph.dynamics.courses import TIMES, Course, Intervention, SolverError, simulate
from graph.dynamics.trials import Prediction, Trials, everything
from graph.dynamics.wiring import Wiring, wire

__all__ = [
    "TIMES",
    "Call",
    "Course",
    "Intervention",
    "Prediction",
    "Reach",
    "SolverError",
    "Trials",
    "Wiring",
    "call",
    "call_alone",
    "effect_on",
    "everything",
    "simulate",
    "wire",
]
