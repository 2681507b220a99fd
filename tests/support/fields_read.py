"""Which fields of records the code reads: found in its syntax, by the types that functions and arguments declare."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

Field = tuple[str, str]
"""Names of a record's type and of a field of it."""


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Types of records in an annotation, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def below(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """`model`, and the type of every record inside it, by name."""
    found = {model.__name__: model}
    for field in model.model_fields.values():
        for inner in models_in(field.annotation):
            if inner.__name__ not in found:
                found |= below(inner)
    return found


def read_in(trees: Iterable[ast.Module], models: Mapping[str, type[BaseModel]]) -> set[Field]:
    """The fields of `models` that code reads as an attribute of something whose type can be told."""
    trees = list(trees)
    returned: dict[str, set[str]] = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            returned.setdefault(node.name, set()).update(_named(node.returns, models))
    reader = _Reader(models, returned)
    for tree in trees:
        reader.visit(tree)
    return reader.read


def _named(annotation: ast.expr, models: Mapping[str, type[BaseModel]]) -> set[str]:
    return set(re.findall(r"\w+", ast.unparse(annotation))) & models.keys()


class _Reader(ast.NodeVisitor):
    """Follows names from where they get a value to where an attribute of them is read."""

    def __init__(self, models: Mapping[str, type[BaseModel]], returned: Mapping[str, set[str]]) -> None:
        self.models, self.returned = models, returned
        self.read: set[Field] = set()
        self._scopes: list[dict[str, set[str]]] = [{}]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        given = {one.arg: _named(one.annotation, self.models) for one in arguments if one.annotation}
        self._scopes.append(given)
        for _ in range(2):  # a comprehension reads what it names only later
            for part in node.body:
                self.visit(part)
        self._scopes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._bind(target, node.value)
        self.generic_visit(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._bind(node.target, node.value)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self._bind(node.target, node.iter)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self._bind(node.target, node.iter)
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.read |= {(of, node.attr) for of in self._types(node.value) if node.attr in self.models[of].model_fields}
        self.generic_visit(node)

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Tuple):
            values = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
            for one, each in zip(target.elts, values, strict=False):
                self._bind(one, each)
        elif isinstance(target, ast.Name) and (types := self._types(value)):
            self._scopes[-1].setdefault(target.id, set()).update(types)

    def _types(self, value: ast.expr) -> set[str]:
        """Types of records that `value` may be, or may hold."""
        match value:
            case ast.Name(id=name):
                return next((scope[name] for scope in reversed(self._scopes) if name in scope), set())
            case ast.Call(func=ast.Attribute(value=of, attr="get" | "items" | "values")):
                return self._types(of)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                return self.returned.get(name, set())
            case ast.Attribute(value=of, attr=name):
                fields = [self.models[one].model_fields.get(name) for one in self._types(of)]
                held = {inner.__name__ for field in fields if field for inner in models_in(field.annotation)}
                return held & self.models.keys() or self.returned.get(name, set())  # a property is read like a field
            case ast.Subscript(value=of):
                return self._types(of)
            case ast.IfExp(body=body, orelse=other):
                return self._types(body) | self._types(other)
            case ast.BoolOp(values=values):
                return set().union(*map(self._types, values))
            case _:
                return set()
