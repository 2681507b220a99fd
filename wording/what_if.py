"""Words of the what-if lab."""

from __future__ import annotations

from graph.models import Record, Text
from wording.language import Plural


class LabWords(Record):
    """The lab's panel, the comparison with experiments, and the benchmark; placeholders in braces are filled in."""

    warning: Text
    start: Text
    all_accounts: Text
    act_on: Text
    block: Text
    halve: Text
    switch_on: Text
    changed: Text
    blocked: Text
    halved: Text
    switched_on: Text
    take_back: Text
    start_over: Text
    suggestions: Text
    suggestions_hint: Text
    guess: Text
    guessed: Text
    answer: Text
    answer_hint: Text
    readout: Text
    model_says: Text
    left: Text
    no_effect_here: Text
    no_answer: Text
    map_less: Text
    map_more: Text
    map_same: Text
    found: Text
    none_found: Text
    found_alone: Text
    study_found: Text
    same: Text
    other: Text
    not_counted: Text
    why: Text
    scores: Text
    score: Text
    scored_model: Text
    scored_majority: Text
    scored_reachability: Text
    scored_left_out: Text
    scores_hint: Text
    settings: Text
    settings_hint: Text
    worth: Plural
    misses: Text
    misses_hint: Text
    contested: Text
    tournament: Text
    tournament_hint: Text
    experiment: Text
    total: Text
    try_it: Text
