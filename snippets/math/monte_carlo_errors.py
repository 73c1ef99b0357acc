# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Messages around drawing and averaging."""

import torch


def message(call):
    try:
        return call()
    except RuntimeError as error:
        return f"RuntimeError: {str(error).splitlines()[0]}"


torch.manual_seed(0)

# --8<-- [start:mean]
rolls = torch.randint(1, 7, (1000,))
print(message(lambda: rolls.mean()))
# > RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
print(message(lambda: (rolls == 6).mean()))
# > RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Bool
print(f"{rolls.float().mean().item()=:.2f}")
# > rolls.float().mean().item()=3.47
print(f"{(rolls == 6).float().mean().item()=:.3f}")
# > (rolls == 6).float().mean().item()=0.165
# --8<-- [end:mean]

# --8<-- [start:replacement]
p = torch.tensor([0.5, 0.3, 0.2])
print(message(lambda: torch.multinomial(p, 10)))
# > RuntimeError: cannot sample n_sample > prob_dist.size(-1) samples without replacement
print(torch.multinomial(p, 10, replacement=True))
# > tensor([1, 2, 0, 0, 0, 1, 0, 1, 0, 1])
# --8<-- [end:replacement]

# --8<-- [start:same]
same, new = [], []
for _ in range(3):
    torch.manual_seed(0)  # inside the loop: the same draws each time
    same.append(round(torch.rand(100).mean().item(), 3))
for _ in range(3):
    new.append(round(torch.rand(100).mean().item(), 3))
print(f"{same=} {new=}")
# > same=[0.488, 0.488, 0.488] new=[0.459, 0.481, 0.553]
# --8<-- [end:same]
