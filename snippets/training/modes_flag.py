# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""train() and eval() set one boolean in every submodule, and few layers read it."""

import torch
from torch import nn

# --8<-- [start:flag]
model = nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.Dropout(), nn.ReLU()))
before = model[0].weight.clone()


def flags():
    return [module.training for module in model.modules()]


print(f"new:            {flags()}")
# > new:            [True, True, True, True, True]
print(f"{model.eval() is model=}")
# > model.eval() is model=True
print(f"eval():         {flags()}")
# > eval():         [False, False, False, False, False]
model[1].train()
print(f"a part of it:   {flags()}")
# > a part of it:   [False, False, True, True, True]
model.train()
print(f"train():        {flags()}")
# > train():        [True, True, True, True, True]
print(f"{torch.equal(model[0].weight, before)=}")
# > torch.equal(model[0].weight, before)=True
print(f"{model[0].weight.requires_grad=}")
# > model[0].weight.requires_grad=True
# --8<-- [end:flag]

# --8<-- [start:one-flag]
model.training = False  # this module alone
print(f"training=False: {flags()}")
# > training=False: [False, True, True, True, True]
model.train()
model.eval  # without parentheses nothing is called
print(f"eval:           {flags()}")
# > eval:           [True, True, True, True, True]
# --8<-- [end:one-flag]

# --8<-- [start:layers]
torch.manual_seed(0)
inputs = torch.randn(8, 4, 6)
for layer in (
    nn.Linear(6, 6),
    nn.LayerNorm(6),
    nn.GroupNorm(2, 4),
    nn.Dropout(0.5),
    nn.BatchNorm1d(4),
    nn.InstanceNorm1d(4),
    nn.InstanceNorm1d(4, track_running_stats=True),
    nn.LSTM(6, 6, num_layers=2, dropout=0.5),
    nn.MultiheadAttention(6, 2, dropout=0.5),
    nn.RReLU(),
):
    arguments = (inputs,) * (3 if isinstance(layer, nn.MultiheadAttention) else 1)
    outputs = []
    for mode in (True, True, False, False):
        result = layer.train(mode)(*arguments)
        outputs.append(result[0] if isinstance(result, tuple) else result)
    print(
        f"{type(layer).__name__:19}"
        f" train = eval: {torch.allclose(outputs[1], outputs[2], atol=1e-4)!s:5}"
        f" train repeats: {torch.allclose(*outputs[:2])!s:5}"
        f" eval repeats: {torch.allclose(*outputs[2:])}"
    )
# > Linear              train = eval: True  train repeats: True  eval repeats: True
# > LayerNorm           train = eval: True  train repeats: True  eval repeats: True
# > GroupNorm           train = eval: True  train repeats: True  eval repeats: True
# > Dropout             train = eval: False train repeats: False eval repeats: True
# > BatchNorm1d         train = eval: False train repeats: True  eval repeats: True
# > InstanceNorm1d      train = eval: True  train repeats: True  eval repeats: True
# > InstanceNorm1d      train = eval: False train repeats: True  eval repeats: True
# > LSTM                train = eval: False train repeats: False eval repeats: True
# > MultiheadAttention  train = eval: False train repeats: False eval repeats: True
# > RReLU               train = eval: False train repeats: False eval repeats: True
# --8<-- [end:layers]
