# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14"]
# ///
"""Old names of tensors and masks: what each says today, and what to write instead."""

import re
import warnings
from contextlib import contextmanager

import torch

EXPECTED = (
    AttributeError,
    ImportError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    TypeError,
)


@contextmanager
def today():
    """Run old lines; print the first warning, the error, or `runs`."""
    said = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        except EXPECTED as error:
            said = [error]
    said = [warning.message for warning in caught[:1]] + said
    for problem in said:
        sentence = re.split(r"\. | \(|\n", str(problem).strip())[0]
        print(f"{type(problem).__name__}: {sentence}")
    if not said:
        print("runs")


# --8<-- [start:types]
x = torch.tensor([1.0, 2.0, 3.0])
batch = torch.zeros(2, 3, 4)
with today():
    print(torch.range(0, 3))
# > tensor([0., 1., 2., 3.])
# > UserWarning: torch.range is deprecated and will be removed in a future release because its behavior is inconsistent with Python's range builtin
print(torch.arange(0, 4))
# > tensor([0, 1, 2, 3])

with today():
    torch.set_default_tensor_type(torch.FloatTensor)
# > UserWarning: torch.set_default_tensor_type() is deprecated as of PyTorch 2.1, please use torch.set_default_dtype() and torch.set_default_device() as alternatives
torch.set_default_dtype(torch.float32)

with today():
    torch.FloatTensor([1, 2])
# > runs
torch.tensor([1, 2], dtype=torch.float32)

with today():
    x.type(torch.LongTensor)
# > runs
x.to(torch.int64)
x.long()

with today():
    x.new([1.0])
# > runs
x.new_tensor([1.0])

with today():
    torch.tensor(x)
# > UserWarning: To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).
x.clone()  # x.detach().clone() without the graph

with today():
    x.resize(3, 1)
# > UserWarning: non-inplace resize is deprecated
x.reshape(3, 1)

with today():
    batch.T
# > UserWarning: The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a future release
batch.mT  # the last two dimensions
batch.permute(2, 1, 0)  # all of them

with today():
    x.storage()
# > UserWarning: TypedStorage is deprecated
x.untyped_storage()

with today():
    torch.meshgrid(x, x)
# > UserWarning: torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument
torch.meshgrid(x, x, indexing="ij")

with today():
    torch.sparse.FloatTensor(torch.zeros(1, 2).long(), torch.ones(2), (4,))
# > UserWarning: torch.sparse.SparseTensor(indices, values, shape, *, device=) is deprecated
torch.sparse_coo_tensor(
    torch.zeros(1, 2).long(), torch.ones(2), (4,), check_invariants=True
)

with today():
    compile("x.cuda(async=True)", "old.py", "exec")
# > SyntaxError: invalid syntax
compile("x.cuda(non_blocking=True)", "new.py", "exec")

with today():
    torch.testing.assert_allclose(x, x)
# > FutureWarning: `torch.testing.assert_allclose()` is deprecated since 1.12 and will be removed in a future release
torch.testing.assert_close(x, x)

with today():
    torch.set_deterministic(True)
# > AttributeError: module 'torch' has no attribute 'set_deterministic'
torch.use_deterministic_algorithms(True)
torch.use_deterministic_algorithms(False)  # off again

with today():
    from torch._six import string_classes
# > ModuleNotFoundError: No module named 'torch._six'
string_classes = (str, bytes)

with today():
    from torch._six import inf
# > ModuleNotFoundError: No module named 'torch._six'
from torch import inf

# --8<-- [end:types]

# --8<-- [start:masks]
x = torch.tensor([1.0, 2.0, 3.0])
byte_mask = torch.tensor([1, 0, 1], dtype=torch.uint8)
mask = byte_mask.bool()
count = torch.tensor([-3])
with today():
    x.masked_fill(byte_mask, 0.0)
# > RuntimeError: masked_fill_ only supports boolean masks, but got mask with dtype unsigned char
x.masked_fill(mask, 0.0)

with today():
    torch.masked_select(x, byte_mask)
# > RuntimeError: masked_select: expected BoolTensor for mask
torch.masked_select(x, mask)

with today():
    x[byte_mask]
# > UserWarning: indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead
x[mask]

with today():
    torch.where(byte_mask, x, -x)
# > UserWarning: where received a uint8 condition tensor
torch.where(mask, x, -x)

with today():
    1 - (x > 1)
# > NotImplementedError: Subtraction, the `-` operator, with a bool tensor is not supported
~(x > 1)

with today():
    print(~byte_mask, (~byte_mask).bool())
# > tensor([254, 255, 254], dtype=torch.uint8) tensor([True, True, True])
# > runs
print(~mask)
# > tensor([False,  True, False])

with today():
    print(count / 2)
# > tensor([-1.5000])
# > runs
print(count // 2, torch.div(count, 2, rounding_mode="trunc"))
# > tensor([-2]) tensor([-1])

with today():
    torch.add(x, 2, x)
# > UserWarning: This overload of add is deprecated:
torch.add(x, x, alpha=2)
# --8<-- [end:masks]
