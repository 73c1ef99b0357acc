# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Each option of SGD, Adam and AdamW moves one weight in its own way."""

import torch
from torch import nn
from torch.optim import SGD, Adam, AdamW


# --8<-- [start:options]
def weights(optimizer_class, gradients=(1.0, 0.5, 0.0), **options):
    w = nn.Parameter(torch.tensor([1.0]))
    optimizer = optimizer_class([w], **options)
    values = []
    for gradient in gradients:
        w.grad = torch.tensor([gradient])
        optimizer.step()
        values.append(f"{w.item():.4f}")
    return " ".join(values)


print("SGD  lr=0.1            ", weights(SGD, lr=0.1))
# > SGD  lr=0.1             0.9000 0.8500 0.8500
print("SGD  default lr        ", weights(SGD))
# > SGD  default lr         0.9990 0.9985 0.9985
print("SGD  momentum=0.9      ", weights(SGD, lr=0.1, momentum=0.9))
# > SGD  momentum=0.9       0.9000 0.7600 0.6340
print("SGD  nesterov=True     ", weights(SGD, lr=0.1, momentum=0.9, nesterov=True))
# > SGD  nesterov=True      0.8100 0.6340 0.5206
print("SGD  weight_decay=0.1  ", weights(SGD, lr=0.1, weight_decay=0.1))
# > SGD  weight_decay=0.1   0.8900 0.8311 0.8228
print("SGD  maximize=True     ", weights(SGD, lr=0.1, maximize=True))
# > SGD  maximize=True      1.1000 1.1500 1.1500
print("Adam lr=0.1            ", weights(Adam, lr=0.1))
# > Adam lr=0.1             0.9000 0.8068 0.7347
print("Adam default lr        ", weights(Adam))
# > Adam default lr         0.9990 0.9981 0.9973
print("Adam betas=(0.5, 0.999)", weights(Adam, lr=0.1, betas=(0.5, 0.999)))
# > Adam betas=(0.5, 0.999) 0.9000 0.8157 0.7714
print("Adam betas=(0.9, 0.5)  ", weights(Adam, lr=0.1, betas=(0.9, 0.5)))
# > Adam betas=(0.9, 0.5)   0.9000 0.7958 0.6954
print("Adam eps=1             ", weights(Adam, lr=0.1, eps=1))
# > Adam eps=1              0.9500 0.9088 0.8806
print("AdamW weight_decay=0.1 ", weights(AdamW, lr=0.1, weight_decay=0.1))
# > AdamW weight_decay=0.1  0.8900 0.7879 0.7079
# --8<-- [end:options]

# --8<-- [start:amsgrad]
spike = (10.0, 0.1, 0.1, 0.1)  # one large gradient, then small ones
print("amsgrad=False", weights(Adam, spike, lr=0.1, betas=(0.9, 0.5)))
# > amsgrad=False 0.9000 0.8171 0.7361 0.6510
print("amsgrad=True ", weights(Adam, spike, lr=0.1, betas=(0.9, 0.5), amsgrad=True))
# > amsgrad=True  0.9000 0.8413 0.8009 0.7708
# --8<-- [end:amsgrad]

# --8<-- [start:fused]
print("foreach=False", weights(Adam, lr=0.1, foreach=False))
# > foreach=False 0.9000 0.8068 0.7347
print("foreach=True ", weights(Adam, lr=0.1, foreach=True))
# > foreach=True  0.9000 0.8068 0.7347
print("fused=True   ", weights(Adam, lr=0.1, fused=True))
# > fused=True    0.9000 0.8068 0.7347
# --8<-- [end:fused]

# --8<-- [start:defaults]
for name in sorted(torch.optim.__all__):
    try:
        w = nn.Parameter(torch.ones(2, 2))
        defaults = getattr(torch.optim, name)([w]).defaults
    except (TypeError, ValueError):  # Optimizer is no optimizer
        continue
    shown = defaults["lr"], defaults.get("weight_decay"), "fused" in defaults
    print(f"{name:10} lr={shown[0]:g} weight_decay={shown[1]} fused={shown[2]}")
# > ASGD       lr=0.01 weight_decay=0 fused=False
# > Adadelta   lr=1 weight_decay=0 fused=False
# > Adafactor  lr=0.01 weight_decay=0.0 fused=False
# > Adagrad    lr=0.01 weight_decay=0 fused=True
# > Adam       lr=0.001 weight_decay=0 fused=True
# > AdamW      lr=0.001 weight_decay=0.01 fused=True
# > Adamax     lr=0.002 weight_decay=0 fused=False
# > LBFGS      lr=1 weight_decay=None fused=False
# > Muon       lr=0.001 weight_decay=0.1 fused=False
# > NAdam      lr=0.002 weight_decay=0 fused=False
# > RAdam      lr=0.001 weight_decay=0 fused=False
# > RMSprop    lr=0.01 weight_decay=0 fused=False
# > Rprop      lr=0.01 weight_decay=None fused=False
# > SGD        lr=0.001 weight_decay=0 fused=True
# > SparseAdam lr=0.001 weight_decay=None fused=False
defaults = Adam([w]).defaults
print(f"Adam: betas={defaults['betas']} eps={defaults['eps']}")
# > Adam: betas=(0.9, 0.999) eps=1e-08
# --8<-- [end:defaults]
