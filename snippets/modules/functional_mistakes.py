# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""nn.ReLU(x), a layer made in forward, and F.dropout that ignores eval()."""

import torch
import torch.nn.functional as F
from torch import nn


# --8<-- [start:in-forward]
class MadeInForward(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 1)

    def forward(self, inputs):
        hidden = nn.Linear(2, 4)(inputs)  # new weights at every call
        return self.head(torch.relu(hidden))


torch.manual_seed(0)
model = MadeInForward().eval()
inputs = torch.ones(1, 2)
print([f"{model(inputs).item():.3f}" for _ in range(3)])
# > ['-0.137', '-0.035', '-0.068']
print([name for name, _ in model.named_parameters()])
# > ['head.weight', 'head.bias']
# --8<-- [end:in-forward]

# --8<-- [start:in-forward-training]
x = torch.rand(64, 2)
y = (x[:, :1] > x[:, 1:]).float()


class MadeInInit(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 4)
        self.head = nn.Linear(4, 1)

    def forward(self, inputs):
        return self.head(torch.relu(self.hidden(inputs)))


print(f"{'guessing':21}{torch.tensor(2.0).log().item():.2f}")
# > guessing             0.69
optimizers = ((torch.optim.SGD, 0.5), (torch.optim.AdamW, 0.05))
for kind in (MadeInForward, MadeInInit):
    for optimizer_class, lr in optimizers:
        torch.manual_seed(0)
        model = kind()
        optimizer = optimizer_class(model.parameters(), lr=lr)
        losses = []
        for _ in range(300):
            loss = F.binary_cross_entropy_with_logits(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        last = sum(losses[-50:]) / 50
        print(f"{kind.__name__:14}{optimizer_class.__name__:6}{last:.2f}")
# > MadeInForward SGD   0.67
# > MadeInForward AdamW 0.67
# > MadeInInit    SGD   0.08
# > MadeInInit    AdamW 0.03
# --8<-- [end:in-forward-training]


# --8<-- [start:dropout]
class Functional(nn.Module):
    def forward(self, inputs):
        return F.dropout(inputs, 0.5)


class FunctionalRight(nn.Module):
    def forward(self, inputs):
        return F.dropout(inputs, 0.5, training=self.training)


torch.manual_seed(0)
for model in (Functional(), FunctionalRight(), nn.Dropout(0.5)):
    model.eval()
    print(f"{type(model).__name__:16}{model(torch.ones(6)).tolist()}")
# > Functional      [0.0, 0.0, 2.0, 0.0, 0.0, 0.0]
# > FunctionalRight [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
# > Dropout         [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
# --8<-- [end:dropout]


# --8<-- [start:called-wrong]
def report(make):
    try:
        make()
    except (TypeError, RuntimeError, AttributeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


x = torch.tensor([[-1.0, 2.0]])
fc = nn.Linear(2, 1)
report(lambda: fc(nn.ReLU(x)))
# > TypeError: linear(): argument 'input' (position 1) must be Tensor, not ReLU
report(lambda: fc(nn.ReLU))
# > TypeError: linear(): argument 'input' (position 1) must be Tensor, not type
report(lambda: fc(nn.LSTM(2, 2)(x)))
# > TypeError: linear(): argument 'input' (position 1) must be Tensor, not tuple
report(lambda: fc(x.numpy()))
# > TypeError: linear(): argument 'input' (position 1) must be Tensor, not numpy.ndarray
report(lambda: nn.ReLU(x).flatten(1))
# > AttributeError: 'ReLU' object has no attribute 'flatten'
print(fc(nn.ReLU()(x)).shape)
# > torch.Size([1, 1])
# --8<-- [end:called-wrong]

# --8<-- [start:double]
model = MadeInForward().double()
report(lambda: model(torch.ones(1, 2, dtype=torch.float64)))
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
# --8<-- [end:double]

# --8<-- [start:ambiguous]
logits, targets = torch.rand(2, 3), torch.tensor([0, 2])
report(lambda: nn.CrossEntropyLoss(logits, targets))
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous
report(lambda: nn.Dropout(x))
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous
report(lambda: print(nn.ReLU(x)))
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous
print(nn.CrossEntropyLoss()(logits, targets).shape)
# > torch.Size([])
print(F.cross_entropy(logits, targets).shape)
# > torch.Size([])
# --8<-- [end:ambiguous]

# --8<-- [start:names]
report(lambda: nn.relu(x))
# > AttributeError: module 'torch.nn' has no attribute 'relu'
report(lambda: F.ReLU(x))
# > AttributeError: module 'torch.nn.functional' has no attribute 'ReLU'
report(lambda: nn.Softmax(x))
# > TypeError: dim must be an int or None, got <class 'torch.Tensor'>
# <= 2.13
report(lambda: nn.functional.flatten(x))
# > AttributeError: module 'torch.nn.functional' has no attribute 'flatten'
# --8<-- [end:names]

# --8<-- [start:sequential]
report(lambda: nn.Sequential(nn.Linear(2, 1), F.relu))
# > TypeError: torch.nn.functional.relu is not a Module subclass
report(lambda: nn.Sequential(nn.Linear(2, 1), F.relu(x)))
# > TypeError: torch.FloatTensor is not a Module subclass
report(lambda: nn.Sequential(nn.Linear(2, 1), nn.ReLU))
# > TypeError: torch.nn.modules.activation.ReLU is not a Module subclass
# --8<-- [end:sequential]

# --8<-- [start:softmax]
print(F.softmax(torch.zeros(2, 4), dim=1).sum(dim=1))
# > tensor([1., 1.])
F.softmax(torch.zeros(2, 4))
# ! UserWarning: Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
# --8<-- [end:softmax]
