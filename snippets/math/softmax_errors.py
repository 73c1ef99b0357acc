# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What softmax, one_hot, multinomial and cross_entropy refuse."""

import torch
from torch.nn import functional as F


def message(call):
    try:
        return call()
    except (RuntimeError, TypeError, IndexError) as error:
        return f"{type(error).__name__}: {error}"


logits = torch.tensor([[4.0, 1.0, 0.0]])
targets = torch.tensor([0])

# --8<-- [start:one-hot-target]
y = F.one_hot(targets, num_classes=3)
print(message(lambda: F.cross_entropy(logits, y)))
# > RuntimeError: Expected floating point type for target with class probabilities, got Long
print(f"{F.cross_entropy(logits, y.float()).item()=:.4f}")
# > F.cross_entropy(logits, y.float()).item()=0.0659
# --8<-- [end:one-hot-target]

# --8<-- [start:one-hot]
print(message(lambda: F.one_hot(torch.tensor([0.0, 2.0]), num_classes=3)))
# > RuntimeError: one_hot is only applicable to index tensor of type LongTensor.
int32 = torch.tensor([0, 2], dtype=torch.int32)
print(message(lambda: F.one_hot(int32, num_classes=3)))
# > RuntimeError: one_hot is only applicable to index tensor of type LongTensor.
print(message(lambda: F.one_hot(torch.tensor([1, 3]), num_classes=3)))
# > RuntimeError: Class values must be smaller than num_classes.
print(message(lambda: F.one_hot(torch.tensor([-1, 0]), num_classes=3)))
# > RuntimeError: Class values must be non-negative.
print(message(lambda: F.one_hot(torch.tensor([0, 1])).shape))
# > torch.Size([2, 2])
print(message(lambda: F.one_hot(torch.tensor([0, 1]), num_classes=3).shape))
# > torch.Size([2, 3])
# --8<-- [end:one-hot]

# --8<-- [start:dtype]
print(message(lambda: torch.tensor([4, 1, 0]).softmax(dim=0)))
# > NotImplementedError: "softmax_lastdim_kernel_impl" not implemented for 'Long'
print(torch.zeros(2).half().softmax(dim=0))  # an error in old releases
# > tensor([0.5000, 0.5000], dtype=torch.float16)
print(torch.tensor([4, 1, 0]).softmax(dim=0, dtype=torch.float32))
# > tensor([0.9362, 0.0466, 0.0171])
print(message(lambda: torch.softmax([4.0, 1.0, 0.0], dim=0)))
# > TypeError: softmax(): argument 'input' (position 1) must be Tensor, not list
# <= 2.11
# > TypeError: softmax() received an invalid combination of arguments - got (list, dim=int), but expected one of:
# >  * (Tensor input, int dim, torch.dtype dtype = None, *, Tensor out = None)
# >  * (Tensor input, name dim, *, torch.dtype dtype = None)
# >
# --8<-- [end:dtype]

# --8<-- [start:multinomial]
for name, weights in {
    "logits": torch.tensor([2.0, 1.0, -1.0]),
    "nan": torch.tensor([2.0, float("nan"), 1.0]).softmax(dim=0),
    "all masked": torch.full((3,), float("-inf")).softmax(dim=0),
    "T = 0": (torch.tensor([2.0, 1.0, -1.0]) / 0).softmax(dim=0),
    "zeros": torch.zeros(3),
}.items():
    result = message(lambda: torch.multinomial(weights, 1).shape)
    print(f"{name:10}: {result}")
# > logits    : RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
# > nan       : RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
# > all masked: RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
# > T = 0     : RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
# > zeros     : RuntimeError: invalid multinomial distribution (sum of probabilities <= 0)
# --8<-- [end:multinomial]

# --8<-- [start:silent]
torch.manual_seed(0)
z = torch.tensor([3.0, 1.0, 0.0])  # logits, none of them negative
for name, weights in {"logits": z, "softmax": z.softmax(dim=0)}.items():
    draws = torch.multinomial(weights, 10_000, replacement=True)
    shares = draws.bincount(minlength=3) / 10_000
    print(f"{name:7}: {shares}")
# > logits : tensor([0.7500, 0.2500, 0.0000])
# > softmax: tensor([0.8378, 0.1205, 0.0417])
print(f"{z.softmax(dim=0)=}")
# > z.softmax(dim=0)=tensor([0.8438, 0.1142, 0.0420])
# --8<-- [end:silent]

# --8<-- [start:nll]
print(f"probabilities {F.nll_loss(logits.softmax(dim=1), targets).item():.4f}")
# > probabilities -0.9362
print(f"log of them   {F.nll_loss(logits.log_softmax(dim=1), targets).item():.4f}")
# > log of them   0.0659
# --8<-- [end:nll]
