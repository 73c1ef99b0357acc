"""What the parent imported ahead of time, hidden from a snippet until it imports it: then it is there at once.

A layer is what one import added to `sys.modules`. A snippet begins with none of them, as in an interpreter just started; the first import
of one of a layer's modules brings back the whole layer, and the layers that it imported itself.
"""

from __future__ import annotations

import builtins
import contextlib
import copy
import importlib
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class Ahead:
    """Imports modules ahead of time; in a fork, `hide` them and give them back on demand. A finder for `sys.meta_path`."""

    def __init__(self) -> None:
        self._layers: list[dict[str, ModuleType]] = []
        self._needs: list[set[int]] = []
        self._hidden: dict[str, int] = {}  # module -> its layer
        self._taken: list[tuple[int, ModuleType, str, ModuleType]] = []  # layer, and what was taken from a module that stays
        self._before: Callable[[], None] = lambda: None

    def load(self, names: Iterable[str]) -> None:
        """Import each name as a layer of its own; one that is not installed is left out."""
        genuine = builtins.__import__
        for name in names:
            before, asked = set(sys.modules), set[str]()

            def noted(module: str, space: Any = None, local: Any = None, items: Sequence[str] = (), level: int = 0, seen=asked) -> Any:
                found = genuine(module, space, local, items, level)
                seen.update((module, *(f"{found.__name__}.{item}" for item in items or ()), found.__name__))
                return found

            builtins.__import__ = noted  # type: ignore[assignment]
            try:
                with contextlib.suppress(ImportError):
                    importlib.import_module(name)
            finally:
                builtins.__import__ = genuine
            self._needs.append({n for n, layer in enumerate(self._layers) if not asked.isdisjoint(layer)})
            self._layers.append({key: module for key, module in sys.modules.items() if key not in before})

    def hide(self, before: Callable[[], None]) -> None:
        """Hide every layer. `before` is called when the first module of one is imported; it may leave."""
        self._before = before
        for number, layer in enumerate(self._layers):
            for name, module in layer.items():
                self._hidden[name] = number
                sys.modules.pop(name, None)
                holder, _, last = name.rpartition(".")
                parent = sys.modules.get(holder) if holder not in layer else None
                if parent is None and holder in self._hidden and self._hidden[holder] != number:
                    parent = self._layers[self._hidden[holder]][holder]
                if parent is not None and vars(parent).get(last) is module:
                    self._taken.append((number, parent, last, module))
                    delattr(parent, last)
        sys.meta_path.insert(0, self)

    @property
    def replaced(self) -> bool:
        """Whether something else has taken the name of a hidden module, such as `sys.modules["numpy"] = None`."""
        return not self._hidden.keys().isdisjoint(sys.modules)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:  # noqa: ARG002 the finder's protocol
        if name not in self._hidden:
            return None
        module = self._layers[self._hidden[name]][name]
        spec = copy.copy(module.__spec__) or ModuleSpec(name, None)
        spec.loader, spec.loader_state = self, module.__spec__  # type: ignore[assignment]
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        self._before()
        return self._layers[self._hidden[spec.name]][spec.name]

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__
        name = module.__spec__.name
        module.__spec__ = module.__spec__.loader_state
        self._show(self._hidden[name])

    def _show(self, number: int) -> None:
        layer = self._layers[number]
        if not layer.keys() & self._hidden.keys():
            return
        for name in layer:
            del self._hidden[name]
        sys.modules.update(layer)
        for taken, parent, last, module in self._taken:
            if taken == number:
                setattr(parent, last, module)
        for needed in self._needs[number]:
            self._show(needed)
        if not self._hidden:
            with contextlib.suppress(ValueError):
                sys.meta_path.remove(self)  # type: ignore[arg-type]
