# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Trying to backward through the graph a second time: the usual causes, each beside its fix, and what
retain_graph=True does instead."""

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)


# --8<-- [start:outside]
def report(name, steps):
    try:
        steps()
        print(f"{name:20} runs")
    except RuntimeError as error:
        print(f"{name:20} {str(error)[:57]}")


w = torch.tensor([2.0], requires_grad=True)


def loss_once():
    loss = (w**2).sum()  # before the loop
    for _ in range(2):
        loss.backward()


def loss_each_time():
    for _ in range(2):
        loss = (w**2).sum()
        loss.backward()


report("loss before the loop", loss_once)
# > loss before the loop Trying to backward through the graph a second time (or di
report("loss in the loop", loss_each_time)
# > loss in the loop     runs
# --8<-- [end:outside]


# --8<-- [start:total]
def running_total(plain):
    total = 0.0
    for _ in range(2):
        loss = (w**2).sum()
        total += loss.item() if plain else loss
        (loss if plain else total).backward()


report("total += loss", lambda: running_total(plain=False))
# > total += loss        Trying to backward through the graph a second time (or di
report("total += loss.item()", lambda: running_total(plain=True))
# > total += loss.item() runs
# --8<-- [end:total]

# --8<-- [start:hidden]
rnn = nn.GRU(3, 4)
chunks = torch.randn(2, 5, 1, 3)  # two batches of (steps, batch, features)


def carry(cut):
    hidden = torch.zeros(1, 1, 4)
    for inputs in chunks:
        output, hidden = rnn(inputs, hidden)
        output.sum().backward()
        if cut:
            hidden = hidden.detach()  # the values go on, the graph does not


report("hidden carried over", lambda: carry(cut=False))
# > hidden carried over  Trying to backward through the graph a second time (or di
report("hidden.detach()", lambda: carry(cut=True))
# > hidden.detach()      runs
# --8<-- [end:hidden]


# --8<-- [start:retained]
def nodes(tensor):
    seen, waiting = set(), [tensor.grad_fn]
    while waiting:
        node = waiting.pop()
        if node and node not in seen:
            seen.add(node)
            waiting += [below for below, _ in node.next_functions]
    return len(seen)


def carry_retained(optimizer_class=None):
    rnn = nn.GRU(3, 4)
    optimizer = optimizer_class(rnn.parameters()) if optimizer_class else None
    hidden, sizes = torch.zeros(1, 1, 4), []
    for inputs in torch.randn(4, 5, 1, 3):  # four batches
        output, hidden = rnn(inputs, hidden)
        sizes.append(nodes(output))
        output.sum().backward(retain_graph=True)
        if optimizer:
            optimizer.step()
    print(f"retain_graph, no step: nodes of the graph by batch {sizes}")


carry_retained()
# > retain_graph, no step: nodes of the graph by batch [79, 155, 231, 307]
for optimizer_class in (torch.optim.SGD, torch.optim.AdamW):
    name = f"retain_graph, {optimizer_class.__name__}"
    report(name, lambda: carry_retained(optimizer_class))
# > retain_graph, SGD    one of the variables needed for gradient computation has
# > retain_graph, AdamW  one of the variables needed for gradient computation has
# --8<-- [end:retained]

# --8<-- [start:gan]
generator, critic = nn.Linear(2, 2), nn.Linear(2, 1)
ones, zeros = torch.ones(4, 1), torch.zeros(4, 1)


def gan(cut):
    fake = generator(torch.randn(4, 2)).tanh()
    judged = critic(fake.detach() if cut else fake)
    F.binary_cross_entropy_with_logits(judged, zeros).backward()  # the critic's
    F.binary_cross_entropy_with_logits(critic(fake), ones).backward()


report("fake into the critic", lambda: gan(cut=False))
# > fake into the critic Trying to backward through the graph a second time (or di
report("fake.detach()", lambda: gan(cut=True))
# > fake.detach()        runs
# --8<-- [end:gan]


# --8<-- [start:shared]
def two_losses(together):
    features = (w**2).exp()  # both losses go back through this line
    first, second = features.sum(), features.mean()
    if together:
        (first + second).backward()
    else:
        first.backward()
        second.backward()


report("a backward() each", lambda: two_losses(together=False))
# > a backward() each    Trying to backward through the graph a second time (or di
report("one for their sum", lambda: two_losses(together=True))
# > one for their sum    runs


class Scaled(nn.Module):
    def __init__(self, early):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(2))
        self.early = self.weight.exp() if early else None  # computed once

    def forward(self, inputs):
        scale = self.weight.exp() if self.early is None else self.early
        return (inputs * scale).sum()


def train_scaled(early):
    model = Scaled(early)
    for _ in range(2):
        model(torch.ones(2)).backward()


report("exp() in __init__", lambda: train_scaled(early=True))
# > exp() in __init__    Trying to backward through the graph a second time (or di
report("exp() in forward", lambda: train_scaled(early=False))
# > exp() in forward     runs
# --8<-- [end:shared]
