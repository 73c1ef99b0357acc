# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["transfer.freeze"]
# ///
"""Which parameters move: all, those of the head, none of the frozen ones."""

import torch
from torch import nn

torch.manual_seed(0)


# --8<-- [start:model]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.head = nn.Linear(8, 2)

    def forward(self, x):
        return self.head(self.backbone(x))


# --8<-- [end:model]
model = Net()
x, y = torch.randn(16, 4), torch.randint(2, (16,))

# --8<-- [start:answer]
model.backbone.requires_grad_(False)
# --8<-- [end:answer]
# --8<-- [start:smallest]
trainable = [p for p in model.parameters() if p.requires_grad]
optimizer = torch.optim.AdamW(trainable, lr=0.1)
before = {name: p.detach().clone() for name, p in model.named_parameters()}
for _ in range(5):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
for name, p in model.named_parameters():
    moved = not torch.equal(p, before[name])
    print(f"{name:<18} requires_grad={p.requires_grad!s:<5} {moved=}")
# > backbone.0.weight  requires_grad=False moved=False
# > backbone.0.bias    requires_grad=False moved=False
# > head.weight        requires_grad=True  moved=True
# > head.bias          requires_grad=True  moved=True
print(
    sum(p.numel() for p in trainable),
    "of",
    sum(p.numel() for p in model.parameters()),
)
# > 18 of 58
# --8<-- [end:smallest]

# --8<-- [start:by-name]
for name, p in model.named_parameters():
    p.requires_grad_(name.startswith("head.") or name.endswith(".bias"))
print([name for name, p in model.named_parameters() if p.requires_grad])
# > ['backbone.0.bias', 'head.weight', 'head.bias']
# --8<-- [end:by-name]

# --8<-- [start:typo]
model.backbone.requires_grad = (
    False  # an attribute of the module, which nobody reads
)
print([p.requires_grad for p in model.backbone.parameters()])
# > [False, True]
# --8<-- [end:typo]
