# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = [
#     "py.split", "py.split-k-typo", "py.split-unpack", "py.join-is-split",
#     "py.join-strings-only", "py.join-outputs",
# ]
# ///
"""split makes a list of a string, join makes a string of a list."""

# --8<-- [start:smallest]
name = "layers.0.weight"
parts = name.split(".")
print(parts)
# > ['layers', '0', 'weight']
print(".".join(parts))
# > layers.0.weight
# --8<-- [end:smallest]

# --8<-- [start:split]
print("a b c d e f g h".split())
# > ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
# k is the separator here
print("akbkckdkekfkgkh".split("k"))
# > ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
print("a\tb\n".split(), "a\tb\n".split(" "))
# > ['a', 'b'] ['a\tb\n']
print("a  b".split(), "a  b".split(" "))
# > ['a', 'b'] ['a', '', 'b']
print("encoder.layers.0".split(".", maxsplit=1))
# > ['encoder', 'layers.0']

a, b, c, d = "i like an apple".split()
print(b, d)
# > like apple
first, *rest = "i like an apple".split()
print(first, rest)
# > i ['like', 'an', 'apple']
# --8<-- [end:split]

# --8<-- [start:quote]
code = "['a', 'b', 'c, 'd']"
try:
    eval(code)
except SyntaxError as error:
    print(f"SyntaxError: {error.msg}")
# > SyntaxError: unterminated string literal (detected at line 1)
print(eval("['a', 'b' 'c']"))  # a missing comma
# > ['a', 'bc']
# --8<-- [end:quote]

# --8<-- [start:join]
words = ["i", "like", "an", "apple"]
print("".join(words))
# > ilikeanapple
print("k".join(words))
# > iklikekankapple
print(" ".join(words))
# > i like an apple
try:
    "k".split(words)
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: must be str or None, not list
# --8<-- [end:join]

# --8<-- [start:join-numbers]
losses = [0.9, 0.5]
try:
    print(", ".join(losses))
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: sequence item 0: expected str instance, float found
print(", ".join(str(loss) for loss in losses))
# > 0.9, 0.5
print(", ".join(f"{loss:.2f}" for loss in losses))
# > 0.90, 0.50
# --8<-- [end:join-numbers]
