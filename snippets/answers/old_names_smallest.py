# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14"]
# ///
"""Lines of old courses: what each says today, and what to write instead."""

# --8<-- [start:smallest]
import re
import warnings
from contextlib import contextmanager

import torch
from torch.utils.data import DataLoader

EXPECTED = (AttributeError, IndexError, RuntimeError)


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


loader = DataLoader(torch.arange(6.0), batch_size=2)
weight = torch.tensor([1.0, 2.0], requires_grad=True)
loss = (weight**2).mean()

with today():
    batch = iter(loader).next()
# > AttributeError: '_SingleProcessDataLoaderIter' object has no attribute 'next'
with today():
    total = loss.data[0]
# > IndexError: invalid index of a 0-dim tensor
with today():
    total = loss[0]
# > IndexError: invalid index of a 0-dim tensor
with today():
    inputs = torch.autograd.Variable(torch.ones(2), volatile=True)
# > UserWarning: volatile was removed and now has no effect
with today():
    inputs = torch.autograd.Variable(torch.ones(2))
# > runs
worker_iterator = torch.utils.data.dataloader._MultiProcessingDataLoaderIter
print(hasattr(worker_iterator, "next"))
# > False
# --8<-- [end:smallest]

# --8<-- [start:answer]
batch = next(iter(loader))  # iter(loader).next()
total = loss.item()  # loss.data[0]
with torch.no_grad():  # Variable(..., volatile=True)
    predicted = weight * batch
inputs = torch.ones(2)  # Variable(torch.ones(2))
# --8<-- [end:answer]
print(batch, total, predicted.requires_grad, inputs)
# > tensor([0., 1.]) 2.5 False tensor([1., 1.])

# --8<-- [start:hasattr]
with today():
    torch.rfft(weight, 1)
# > AttributeError: module 'torch' has no attribute 'rfft'
with today():
    torch.symeig(torch.ones(2, 2))
# > RuntimeError: This function was deprecated since version 1.9 and is now removed
print(hasattr(torch, "rfft"), hasattr(torch, "symeig"))
# > False True
# --8<-- [end:hasattr]

# --8<-- [start:message]
try:
    torch.symeig(torch.ones(2, 2))
except RuntimeError as error:
    print(error)
# > This function was deprecated since version 1.9 and is now removed. The default behavior has changed from using the upper triangular portion of the matrix by default to using the lower triangular portion.
# >
# > L, _ = torch.symeig(A, upper=upper) should be replaced with:
# > L = torch.linalg.eigvalsh(A, UPLO='U' if upper else 'L')
# >
# > and
# >
# > L, V = torch.symeig(A, eigenvectors=True) should be replaced with:
# > L, V = torch.linalg.eigh(A, UPLO='U' if upper else 'L')
# --8<-- [end:message]

# --8<-- [start:strict]
warnings.simplefilter("error")  # every warning becomes an error, with a traceback
try:
    torch.nn.functional.softmax(torch.zeros(2, 3))
except UserWarning as warning:
    print(type(warning).__name__, warning)
else:
    print("no warning")
# > UserWarning Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
warnings.simplefilter("default")
# --8<-- [end:strict]
