# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Two slips of a search by hand: a wrong name, and a nan among the scores."""

import math


# --8<-- [start:keyword]
def train(lr, hidden):
    return lr * hidden


try:
    train(**{"learning_rate": 0.1, "hidden": 8})
except TypeError as error:
    print(error)
# > train() got an unexpected keyword argument 'learning_rate'
# --8<-- [end:keyword]

# --8<-- [start:nan]
nan = float("nan")
print("min:", min([nan, 0.3, 0.2]), min([0.3, nan, 0.2]))
# > min: nan 0.2
print("sorted:", sorted([0.3, nan, 0.2]))
# > sorted: [0.3, nan, 0.2]
losses = [math.inf if math.isnan(loss) else loss for loss in (nan, 0.3, 0.2)]
print("nan as infinity:", min(losses), sorted(losses))
# > nan as infinity: 0.2 [0.2, 0.3, inf]
# --8<-- [end:nan]
