# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A pickled file may call any function while it is read; here it calls print."""

import pickle

import torch


# --8<-- [start:file]
class Surprise:
    def __reduce__(self):  # how to rebuild this object: call print with this text
        return print, ("this line was printed by the file",)


torch.save({"weight": torch.ones(2), "extra": Surprise()}, "model.pt")
# --8<-- [end:file]

# --8<-- [start:open]
checkpoint = torch.load("model.pt", weights_only=False)
# > this line was printed by the file
print(f"{checkpoint=}")
# > checkpoint={'weight': tensor([1., 1.]), 'extra': None}
# --8<-- [end:open]

# --8<-- [start:refused]
try:
    torch.load("model.pt")
except pickle.UnpicklingError as error:
    print(f"{type(error).__name__}")
# > UnpicklingError
# --8<-- [end:refused]

# --8<-- [start:allowed]
with torch.serialization.safe_globals([print]):
    torch.load("model.pt")
# > this line was printed by the file
# --8<-- [end:allowed]
