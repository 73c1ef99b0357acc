# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "onnx>=1.18", "onnxscript>=0.5"]
#
# [tool.tbe]
# claims = ["err.jit-script-deprecated"]
# ///
"""Old names of data loading, saving and parallel training, and what to write instead."""

import re
import warnings
from contextlib import contextmanager
from importlib import import_module
from pickle import UnpicklingError

import torch
from torch import nn
from torch.distributed import launch
from torch.utils.data import (
    ConcatDataset,
    DataLoader,
    Sampler,
    SequentialSampler,
    TensorDataset,
)

EXPECTED = (AttributeError, FutureWarning, ImportError, TypeError, UnpicklingError)


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


# --8<-- [start:data]
dataset = TensorDataset(torch.arange(6.0))
loader = DataLoader(dataset, batch_size=2)
with today():
    iter(loader).next()
# > AttributeError: '_SingleProcessDataLoaderIter' object has no attribute 'next'
next(iter(loader))

with today():
    Sampler(dataset)
# > TypeError: Sampler() takes no arguments
SequentialSampler(dataset)

with today():
    ConcatDataset([dataset]).cummulative_sizes
# > FutureWarning: `cummulative_sizes` attribute is renamed to `cumulative_sizes`
ConcatDataset([dataset]).cumulative_sizes

with today():
    from torch.utils.data.dataset import T_co
# > ImportError: cannot import name 'T_co' from 'torch.utils.data.dataset'
from typing import TypeVar

T_co = TypeVar("T_co", covariant=True)

with today():
    data = import_module("torchtext.data")
    data.Field, data.BucketIterator
# > ModuleNotFoundError: No module named 'torchtext'
DataLoader(dataset, collate_fn=list)
# --8<-- [end:data]

# --8<-- [start:saving]
model = nn.Linear(3, 2)
model.eval()
example = torch.ones(1, 3)
torch.save(model, "model.pt")
torch.save(model.state_dict(), "weights.pt")
with today():
    torch.load("model.pt")
# > UnpicklingError: Weights only load failed
model.load_state_dict(torch.load("weights.pt"))

with today():
    torch.jit.script(model)
# > FutureWarning: `torch.jit.script` is deprecated
torch.compile(model)

with today():
    torch.jit.trace(model, example)
# > FutureWarning: `torch.jit.trace` is deprecated
torch.export.export(model, (example,))

with today():
    torch.onnx.export(model, example, "old.onnx", dynamo=False)
# > DeprecationWarning: You are using the legacy TorchScript-based ONNX export
torch.onnx.export(model, (example,), "new.onnx", verbose=False)

with today():
    torch.onnx.export(model, example, "old.onnx", example_outputs=example)
# > TypeError: export() got an unexpected keyword argument 'example_outputs'


with today():
    import_module("torch.utils.model_zoo").load_url
# > runs
torch.hub.load_state_dict_from_url

with today():
    torch.ao.quantization.quantize_dynamic(model, {nn.Linear})
# > DeprecationWarning: torch.ao.quantization is deprecated and will be removed in 2.10

# --8<-- [end:saving]

# --8<-- [start:parallel]
store = torch.distributed.HashStore()
torch.distributed.init_process_group("gloo", store=store, rank=0, world_size=1)
with today():
    torch.distributed.reduce_op.SUM
# > FutureWarning: `torch.distributed.reduce_op` is deprecated, please use `torch.distributed.ReduceOp` instead
torch.distributed.ReduceOp.SUM

with today():
    nn.parallel.DistributedDataParallelCPU(model)
# > FutureWarning: `torch.nn.parallel.DistributedDataParallelCPU` is deprecated, please use `torch.nn.parallel.DistributedDataParallel` instead.
nn.parallel.DistributedDataParallel(model)

with today():
    warnings.simplefilter("error")  # stop before it starts processes
    launch.main(["train.py"])  # python -m torch.distributed.launch train.py
# > FutureWarning: The module torch.distributed.launch is deprecated
from torch.distributed.run import main  # the command torchrun

# --8<-- [end:parallel]

torch.distributed.destroy_process_group()
