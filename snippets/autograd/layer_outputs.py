# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The output of a layer in the middle: several at once, a slice, a forward that returns it, and the traps."""

import torch
from torch import nn

torch.manual_seed(0)

# --8<-- [start:answer]
features = {}


def keep(module, args, output):
    features["hidden"] = output.detach()


model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
with model[1].register_forward_hook(keep):  # gone at the end of the block
    logits = model(torch.ones(5, 4))
print(tuple(features["hidden"].shape))
# > (5, 8)
# --8<-- [end:answer]

# --8<-- [start:leak]
kept = []
with model[1].register_forward_hook(lambda module, args, out: kept.append(out)):
    model(torch.ones(5, 4))
print(f"kept as it is: {kept[0].grad_fn.name()} and all that came before")
# > kept as it is: ReluBackward0 and all that came before
print(f"detached:      {type(features['hidden'].grad_fn).__name__}")
# > detached:      NoneType
# --8<-- [end:leak]


# --8<-- [start:several]
def outputs_of(model, names, *inputs):
    found = {}

    def keep(name):
        def hook(module, args, output):
            found[name] = output.detach()

        return hook

    handles = [model.get_submodule(n).register_forward_hook(keep(n)) for n in names]
    try:
        model(*inputs)
    finally:  # removed even if the forward pass fails
        for handle in handles:
            handle.remove()
    return found


for name, output in outputs_of(model, ["0", "1"], torch.ones(5, 4)).items():
    print(name, tuple(output.shape), f"smallest {output.min():.2f}")
# > 0 (5, 8) smallest -1.46
# > 1 (5, 8) smallest 0.00
# --8<-- [end:several]

# --8<-- [start:without-hooks]
inputs = torch.ones(5, 4)
print(torch.equal(model[:2](inputs), features["hidden"]))  # a Sequential can be cut
# > True


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = model[:2]
        self.head = model[2]

    def forward(self, inputs):
        hidden = self.body(inputs)
        return self.head(hidden), hidden  # returned with the result


logits, hidden = Net()(inputs)
print(torch.equal(hidden, features["hidden"]))
# > True
# --8<-- [end:without-hooks]

# --8<-- [start:overwritten]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(inplace=True))
kept = {}


def keep_two(module, args, output):
    kept["detach()"] = output.detach()  # the memory of the output itself
    kept["detach().clone()"] = output.detach().clone()


with model[0].register_forward_hook(keep_two):
    model(torch.randn(5, 4))
for name, tensor in kept.items():
    print(f"{name:16} smallest {tensor.min():.2f}")
# > detach()         smallest 0.00
# > detach().clone() smallest -1.44
# --8<-- [end:overwritten]


# --8<-- [start:tuple]
class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 8, batch_first=True)
        self.head = nn.Linear(8, 3)

    def forward(self, inputs):  # (batch, steps, 4)
        return self.head(self.lstm(inputs)[0])


tagger, words = Tagger(), torch.ones(5, 6, 4)
try:
    outputs_of(tagger, ["lstm"], words)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'tuple' object has no attribute 'detach'


def keep_first(module, args, output):
    features["lstm"] = output[0].detach()  # (outputs, (hidden, cell))


for layer in (nn.GRU(4, 8), nn.MultiheadAttention(4, 2)):
    given = (words,) * (3 if isinstance(layer, nn.MultiheadAttention) else 1)
    print(f"{type(layer).__name__} returns a {type(layer(*given)).__name__}")
# > GRU returns a tuple
# > MultiheadAttention returns a tuple
with tagger.lstm.register_forward_hook(keep_first):
    tagger(words)
print(tuple(features["lstm"].shape))
# > (5, 6, 8)
# --8<-- [end:tuple]


# --8<-- [start:missing]
class Skips(nn.Module):
    def __init__(self):
        super().__init__()
        self.used = nn.Linear(4, 4)
        self.unused = nn.Linear(4, 4)

    def forward(self, inputs):
        return self.used.forward(inputs)  # not self.used(inputs)


for name in ("used", "unused"):
    try:
        print(outputs_of(Skips(), [name], inputs)[name].shape)
    except KeyError as error:
        print(f"{type(error).__name__}: {error}")
# > KeyError: 'used'
# > KeyError: 'unused'
# --8<-- [end:missing]

# --8<-- [start:name]
for ask in (lambda: tagger.encoder, lambda: outputs_of(tagger, ["encoder"], words)):
    try:
        ask()
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")
# > AttributeError: 'Tagger' object has no attribute 'encoder'
# > AttributeError: Tagger has no attribute `encoder`
print([name for name, _ in tagger.named_modules() if name])
# > ['lstm', 'head']
# --8<-- [end:name]
