"""Diagnostics of the content: what is wrong, where, and how to fix it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic_core import ErrorDetails


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in a content file.

    `file` is relative to the content folder, `line` counts from 1, `field` is a dotted path or empty, `rule` is the
    name of the check that found it, and `fix` says how to fix it.
    """

    rule: str
    file: str
    line: int
    field: str
    problem: str
    fix: str

    def __str__(self) -> str:
        """One line for a terminal: place, field, problem, fix and rule."""
        where = f"{self.file}:{self.line}"
        return f"{where}: {self.field + ': ' if self.field else ''}{self.problem}. Fix: {self.fix} [{self.rule}]"


class ContentError(Exception):
    """The content cannot be used; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that suggests the word in `known` most similar to `word`, if any is similar enough."""
    close = _closest(word, known)
    return f"did you mean “{close}”?" if close else "use an id that exists"


def _closest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def explain(error: ErrorDetails, fields: Iterable[str]) -> tuple[str, str, str]:
    """Turn a validation error into the rule, problem and fix of a fault.

    Args:
        error: An error as pydantic describes it.
        fields: Names of the fields that are allowed in the block where it occurred.
    """
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    name = str(error["loc"][-1]) if error["loc"] else ""
    shown = "an empty field" if given is None else f"“{given}”"
    match kind:
        case "missing":
            return "missing-field", f"“{name}” is missing", "add it"
        case "extra_forbidden":
            close = _closest(name, fields)
            return (
                "unknown-field",
                f"“{name}” is not a known field",
                f"did you mean “{close}”? If not, delete it" if close else "delete it",
            )
        case "enum" | "literal_error":
            return "word-not-allowed", f"{shown} is not an allowed value", f"use {context['expected']}"
        case "string_pattern_mismatch":
            return "bad-form", f"“{given}” does not have the format of {_form(str(context['pattern']))}", "correct it"
        case "string_too_short" | "too_short":
            return "empty", "this must not be empty", "fill it in"
        case "model_type" | "model_attributes_type" | "dict_type":
            return "wrong-type", "this should be a block of fields", "write “field: value” lines under it"
        case "tuple_type" | "list_type":
            return "wrong-type", "this should be a list", "write it as [a, b] or as lines starting with “-”"
    if kind.endswith(("_type", "_parsing", "_from_float")):
        return "wrong-type", f"{shown} has the wrong type", _sentence(error["msg"])
    return "out-of-range", f"{shown} is not allowed here", _sentence(error["msg"])


def _sentence(message: str) -> str:
    return message.removeprefix("Input should be ").replace("a valid", "write a valid", 1)


def _form(pattern: str) -> str:
    forms = {
        "--": "an arrow id (source--target)",
        "10": "a DOI (10.…/…)",
        ":": "a registry name (PREFIX:number)",
        "a-z": "an id (lower case, hyphens)",
        r"\d{4}": "a date (2019, 2019-03 or 2019-03-05)",
        r"\d+": "a number in quotes",
    }
    return next((words for mark, words in forms.items() if mark in pattern), f"the pattern {pattern}")
