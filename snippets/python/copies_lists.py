# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = [
#     "py.alias-assignment", "py.slice-copy", "py.slice-2d-impossible",
#     "py.deepcopy",
# ]
# ///
"""A second name, a shallow copy, a deep copy: which lists are shared."""

# --8<-- [start:smallest]
import copy

a = [[1, 2], [3, 4]]
same = a
shallow = a[:]
deep = copy.deepcopy(a)

a[0][0] = 99
a.append([5, 6])

print(f"{same=}")
# > same=[[99, 2], [3, 4], [5, 6]]
print(f"{shallow=}")
# > shallow=[[99, 2], [3, 4]]
print(f"{deep=}")
# > deep=[[1, 2], [3, 4]]
# --8<-- [end:smallest]

# --8<-- [start:rebind]
a = [1, 2, 3]
b = a
a[0] = 99
print(b, a is b)
# > [99, 2, 3] True
a = [7, 8, 9]
print(b, a is b)
# > [99, 2, 3] False
# --8<-- [end:rebind]

# --8<-- [start:flat]
a = [1, 2, 3]
b = a[:]
a[0] = 99
print(b)
# > [1, 2, 3]
# --8<-- [end:flat]

# --8<-- [start:ways]
rows = [[1, 2], [3, 4]]
ways = {
    "rows": rows,
    "rows[:]": rows[:],
    "rows.copy()": rows.copy(),
    "list(rows)": list(rows),
    "[*rows]": [*rows],
    "copy.copy(rows)": copy.copy(rows),
    "[row[:] for row in rows]": [row[:] for row in rows],
    "copy.deepcopy(rows)": copy.deepcopy(rows),
}
print(f"{'':25}new list  new rows")
# >                          new list  new rows
for code, b in ways.items():
    print(f"{code:25}{b is not rows!s:10}{b[0] is not rows[0]}")
# > rows                     False     False
# > rows[:]                  True      False
# > rows.copy()              True      False
# > list(rows)               True      False
# > [*rows]                  True      False
# > copy.copy(rows)          True      False
# > [row[:] for row in rows] True      True
# > copy.deepcopy(rows)      True      True
# --8<-- [end:ways]

# --8<-- [start:three-levels]
cube = [[[1]]]
b = [row[:] for row in cube]
print(b[0] is cube[0], b[0][0] is cube[0][0])
# > False True
# --8<-- [end:three-levels]

# --8<-- [start:times]
grid = [[0] * 3] * 2
deep = copy.deepcopy(grid)
grid[0][0] = deep[0][1] = 1
print(grid, deep)
# > [[1, 0, 0], [1, 0, 0]] [[0, 1, 0], [0, 1, 0]]
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 1
print(grid)
# > [[1, 0, 0], [0, 0, 0]]
# --8<-- [end:times]
