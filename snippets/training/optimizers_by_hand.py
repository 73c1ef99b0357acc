# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""SGD, momentum, Adam and AdamW in a few lines each, beside torch.optim."""

import torch
from torch import nn


# --8<-- [start:sgd]
def sgd(w, grad, state, lr, momentum=0.0):
    velocity = momentum * state.get("velocity", 0.0) + grad
    state["velocity"] = velocity
    return w - lr * velocity


# --8<-- [end:sgd]


# --8<-- [start:adam]
def adam(w, grad, state, lr, betas=(0.9, 0.999), eps=1e-8):
    t = state["t"] = state.get("t", 0) + 1
    m = state["m"] = betas[0] * state.get("m", 0.0) + (1 - betas[0]) * grad
    v = state["v"] = betas[1] * state.get("v", 0.0) + (1 - betas[1]) * grad**2
    m_hat = m / (1 - betas[0] ** t)  # both means start at zero:
    v_hat = v / (1 - betas[1] ** t)  # undo that
    return w - lr * m_hat / (v_hat.sqrt() + eps)


# --8<-- [end:adam]


# --8<-- [start:adamw]
def adamw(w, grad, state, lr, weight_decay=0.01):
    return adam(w * (1 - lr * weight_decay), grad, state, lr)


# --8<-- [end:adamw]


# --8<-- [start:smallest]
w, grad = torch.tensor([1.0]), torch.tensor([4.0])
theirs = nn.Parameter(w.clone())
theirs.grad = grad.clone()
torch.optim.Adam([theirs], lr=0.1).step()
print(f"ours {adam(w, grad, {}, lr=0.1).item():.4f}   torch {theirs.item():.4f}")
# > ours 0.9000   torch 0.9000
# --8<-- [end:smallest]


# --8<-- [start:compare]
def loss_of(w):
    return 0.5 * (w[0] ** 2 + 15 * w[1] ** 2)  # a bowl, steep along w[1]


def compare(rule, optimizer_class, **options):
    start = torch.tensor([-4.0, 2.0], dtype=torch.float64)
    ours, state = start.clone(), {}
    theirs = nn.Parameter(start.clone())
    optimizer = optimizer_class([theirs], lr=0.1, **options)
    for _ in range(20):
        grad = torch.tensor([1.0, 15.0]) * ours
        ours = rule(ours, grad, state, lr=0.1, **options)
        optimizer.zero_grad()
        loss_of(theirs).backward()
        optimizer.step()
    print(f"{rule.__name__} {options}")
    print("  ours ", " ".join(f"{x:.12f}" for x in ours.tolist()))
    print("  torch", " ".join(f"{x:.12f}" for x in theirs.tolist()))


compare(sgd, torch.optim.SGD)
# > sgd {}
# >   ours  -0.486306618362 0.000001907349
# >   torch -0.486306618362 0.000001907349
compare(sgd, torch.optim.SGD, momentum=0.9)
# > sgd {'momentum': 0.9}
# >   ours  -1.378669794508 -0.782873907617
# >   torch -1.378669794508 -0.782873907617
compare(adam, torch.optim.Adam)
# > adam {}
# >   ours  -2.080370806094 0.222452426769
# >   torch -2.080370806094 0.222452426769
compare(adamw, torch.optim.AdamW, weight_decay=0.1)
# > adamw {'weight_decay': 0.1}
# >   ours  -1.563386589349 0.079132971452
# >   torch -1.563386589349 0.079132971452
# --8<-- [end:compare]
