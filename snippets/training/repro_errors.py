# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Seeds and generators that are refused."""

import torch

# --8<-- [start:range]
try:
    torch.manual_seed(2**64)
except (RuntimeError, ValueError) as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Overflow when unpacking long long
torch.manual_seed(2**64 - 1)  # the largest one
torch.manual_seed(0.9)  # cut to an integer, without a word
print(f"{torch.initial_seed()=}")
# > torch.initial_seed()=0
# --8<-- [end:range]

# --8<-- [start:byte]
torch.save({"rng": torch.get_rng_state()}, "checkpoint.pt")
state = torch.load("checkpoint.pt", map_location="meta")["rng"]  # or "cuda"
try:
    torch.set_rng_state(state)
except (TypeError, RuntimeError) as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: RNG state must be a torch.ByteTensor
state = torch.load("checkpoint.pt", map_location="cpu")["rng"]
torch.set_rng_state(state)
print(f"{state.dtype} on {state.device}")
# > torch.uint8 on cpu
# --8<-- [end:byte]
