# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = [
#     "py.listcomp-simple", "py.listcomp-two-for", "py.listcomp-if-else",
#     "py.listcomp-nested", "py.listcomp-only-index0", "py.dimenstional-typo",
# ]
# ///
"""Comprehensions: a filter, two loops, if-else, nested."""

# --8<-- [start:simple]
print([i for i in range(10)])
# > [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
print([i for i in range(10) if i > 5])
# > [6, 7, 8, 9]
print({word: len(word) for word in ["dog", "giraffe"]})
# > {'dog': 3, 'giraffe': 7}
# --8<-- [end:simple]

# --8<-- [start:two-for]
print([i + j for i in "dog" for j in "cat"])
# > ['dc', 'da', 'dt', 'oc', 'oa', 'ot', 'gc', 'ga', 'gt']

result = []
for i in "dog":
    for j in "cat":
        result.append(i + j)
print(result)
# > ['dc', 'da', 'dt', 'oc', 'oa', 'ot', 'gc', 'ga', 'gt']

a, b = "dog", "cat"
print([i + j for i in a for j in b if i != "d"])
# > ['oc', 'oa', 'ot', 'gc', 'ga', 'gt']
print([i + j for i in a for j in b if a != "dog"])
# > []
# --8<-- [end:two-for]

# --8<-- [start:if-else]
print([i if i > 2 else 0 for i in range(5)])
# > [0, 0, 0, 3, 4]
code = "[i for i in range(5) if i > 2 else 0]"
try:
    eval(code)
except SyntaxError as error:
    print(f"SyntaxError: {error.msg}")
# > SyntaxError: invalid syntax
# --8<-- [end:if-else]

# --8<-- [start:nested]
result = [[i + j for i in "dog"] for j in "cat"]
for row in result:
    print(row)
# > ['dc', 'oc', 'gc']
# > ['da', 'oa', 'ga']
# > ['dt', 'ot', 'gt']
print(type(result).__name__, hasattr(result, "shape"))
# > list False

result = []
for j in "cat":
    row = []
    for i in "dog":
        row.append(i + j)
    result.append(row)
print(result)
# > [['dc', 'oc', 'gc'], ['da', 'oa', 'ga'], ['dt', 'ot', 'gt']]
# --8<-- [end:nested]
