# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = ["py.type-hint-syntax", "py.type-hint-enforced", "py.type-hint-docs"]
# ///
"""Type hints are notes for readers and tools; Python does not check them."""


# --8<-- [start:smallest]
def repeat(word: str, times: int) -> str:
    return word * times


print(repeat("ab", 2))
# > abab
print(repeat(3, 4))
# > 12
print(repeat.__annotations__)
# > {'word': <class 'str'>, 'times': <class 'int'>, 'return': <class 'str'>}
# --8<-- [end:smallest]


# --8<-- [start:none]
def report(step: int, loss: float | None = None) -> None:
    print(step, loss)


print(report(1))
# > 1 None
# > None
# --8<-- [end:none]


# --8<-- [start:docs]
def scale(values: list[float], factor: float = 2.0) -> list[float]:
    """Multiply each value.

    Args:
        values: The numbers; they are not changed.
        factor: What to multiply by.

    Returns:
        A new list of the same length.
    """
    return [factor * value for value in values]


help(scale)
# > Help on function scale in module __main__:
# >
# > scale(values: list[float], factor: float = 2.0) -> list[float]
# >     Multiply each value.
# >
# >     Args:
# >         values: The numbers; they are not changed.
# >         factor: What to multiply by.
# >
# >     Returns:
# >         A new list of the same length.
# >
# --8<-- [end:docs]

# --8<-- [start:wrong-call]
try:
    scale(1.0)
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: 'float' object is not iterable
# --8<-- [end:wrong-call]

# --8<-- [start:dataclass]
from dataclasses import dataclass


@dataclass
class Config:
    lr: float = 0.1
    epochs: int = 3


config = Config(lr="0.1")
print(config, type(config.lr).__name__)
# > Config(lr='0.1', epochs=3) str
# --8<-- [end:dataclass]
