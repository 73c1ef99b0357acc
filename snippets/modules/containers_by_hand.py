# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What Sequential cannot do and a ModuleList can: a skip connection, layers by name."""

import torch
from torch import nn


# --8<-- [start:answer]
class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(8, 8) for _ in range(3))

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs).relu()
        return inputs


# --8<-- [end:answer]


# --8<-- [start:residual]
class Residual(nn.Module):
    def __init__(self, features, depth):
        super().__init__()
        self.layers = nn.ModuleList(
            nn.Linear(features, features) for _ in range(depth)
        )

    def forward(self, inputs):
        for layer in self.layers:
            inputs = inputs + layer(inputs).relu()  # needs its own input twice
        return inputs


model = Residual(features=4, depth=3)
inputs = torch.ones(5, 4)
print(f"{model(inputs).shape=} {torch.equal(model(inputs), inputs)=}")
# > model(inputs).shape=torch.Size([5, 4]) torch.equal(model(inputs), inputs)=False
print(f"{len(model.layers)} layers, parameters:")
# > 3 layers, parameters:
print("\n".join(model.state_dict()))
# > layers.0.weight
# > layers.0.bias
# > layers.1.weight
# > layers.1.bias
# > layers.2.weight
# > layers.2.bias
# --8<-- [end:residual]


# --8<-- [start:heads]
class TwoTasks(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(4, 8)
        self.heads = nn.ModuleDict(
            {"digit": nn.Linear(8, 10), "even": nn.Linear(8, 2)}
        )

    def forward(self, inputs, task):
        return self.heads[task](self.body(inputs).relu())


model = TwoTasks()
for task in model.heads:
    print(f"{task:5} {tuple(model(torch.ones(5, 4), task).shape)}")
# > digit (5, 10)
# > even  (5, 2)
print("\n".join(model.state_dict()))
# > body.weight
# > body.bias
# > heads.digit.weight
# > heads.digit.bias
# > heads.even.weight
# > heads.even.bias
# --8<-- [end:heads]


# --8<-- [start:methods]
layers = nn.ModuleList([nn.Linear(2, 2)])
layers.append(nn.ReLU())
layers.extend([nn.Linear(2, 1)])
layers.insert(1, nn.LayerNorm(2))
print(f"{[type(layer).__name__ for layer in layers]=}")
# > [type(layer).__name__ for layer in layers]=['Linear', 'LayerNorm', 'ReLU', 'Linear']
del layers[1]
print(f"{len(layers)=} {type(layers[:2]).__name__=}")
# > len(layers)=3 type(layers[:2]).__name__='ModuleList'

heads = nn.ModuleDict({"digit": nn.Linear(2, 10)})
heads["even"] = nn.Linear(2, 2)
heads.update({"prime": nn.Linear(2, 2)})
print(f"{list(heads)=} {'odd' in heads=}")
# > list(heads)=['digit', 'even', 'prime'] 'odd' in heads=False
print(f"{heads.pop('prime')=} {len(heads)=}")
# > heads.pop('prime')=Linear(in_features=2, out_features=2, bias=True) len(heads)=2
# --8<-- [end:methods]

# --8<-- [start:parameters]
scales = nn.ParameterList([torch.ones(2), torch.zeros(3)])
print(f"{[type(scale).__name__ for scale in scales]=}")
# > [type(scale).__name__ for scale in scales]=['Parameter', 'Parameter']
print(f"{len(list(scales.parameters()))=}")
# > len(list(scales.parameters()))=2

biases = nn.ParameterDict({"digit": torch.zeros(10), "even": torch.zeros(2)})
print(f"{[name for name, _ in biases.named_parameters()]=}")
# > [name for name, _ in biases.named_parameters()]=['digit', 'even']
# --8<-- [end:parameters]
