# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = [
#     "py.asterisk-uses", "py.args-outputs", "py.print-star-tuple",
#     "py.ex-dic-without-stars", "py.dict-keys-match",
# ]
# ///
"""Stars in a definition collect arguments, stars in a call spread them."""


# --8<-- [start:smallest]
def show(*args, **kwargs):
    print(args, kwargs)


show(1, 2, c=3)
# > (1, 2) {'c': 3}

numbers, options = [1, 2], {"c": 3}
show(*numbers, **options)
# > (1, 2) {'c': 3}
show(numbers, options)
# > ([1, 2], {'c': 3}) {}
# --8<-- [end:smallest]


# --8<-- [start:collect]
def total(*numbers):
    return sum(numbers)


def settings(**options):
    return options


print(total(1, 2, 3, 4, 5), total(*range(1, 11)))
# > 15 55
print(settings(a=1, b=2, c=3))
# > {'a': 1, 'b': 2, 'c': 3}
# --8<-- [end:collect]

# --8<-- [start:print]
rows = ([1, 2], [3, 4], [5])
print(rows)
# > ([1, 2], [3, 4], [5])
print(*rows)
# > [1, 2] [3, 4] [5]
# --8<-- [end:print]


# --8<-- [start:dict]
def ex(a, b, c):
    print(a, b, c)


options = {"c": 3, "a": 1, "b": 2}
ex(**options)
# > 1 2 3
ex(*options)
# > c a b
for call in (lambda: ex(options), lambda: ex(**{"a": 1, "b": 2, "d": 3})):
    try:
        call()
    except TypeError as error:
        print(f"TypeError: {error}")
# > TypeError: ex() missing 2 required positional arguments: 'b' and 'c'
# > TypeError: ex() got an unexpected keyword argument 'd'
# --8<-- [end:dict]

# --8<-- [start:uses]
print(3 * 2, 3**2, [0] * 3)
# > 6 9 [0, 0, 0]

first, *rest = [1, 2, 3]
print(first, rest)
# > 1 [2, 3]

print([*rest, 9], {**options, "c": 30})
# > [2, 3, 9] {'c': 30, 'a': 1, 'b': 2}
# --8<-- [end:uses]


# --8<-- [start:keyword-only]
def reduce(x, *, dim):
    return f"{x=}, {dim=}"


print(reduce(1, dim=2))
# > x=1, dim=2
try:
    reduce(1, 2)
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: reduce() takes 1 positional argument but 2 were given
# --8<-- [end:keyword-only]
