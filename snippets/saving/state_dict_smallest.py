# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["save.model-save", "save.load-state-dict", "save.torch-save-shows"]
# ///
"""Save the state of a model and load it into a new one."""

import torch
from torch import nn


# --8<-- [start:smallest]
def make_model():
    return nn.Sequential(
        nn.Linear(4, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 3)
    )


torch.manual_seed(0)
model = make_model()  # trained somewhere here
torch.save(model.state_dict(), "model.pt")

restored = make_model()  # other random weights
print(restored.load_state_dict(torch.load("model.pt")))
# > <All keys matched successfully>
inputs = torch.randn(2, 4)
print(torch.equal(model.eval()(inputs), restored.eval()(inputs)))
# > True
# --8<-- [end:smallest]

# --8<-- [start:no-save]
try:
    model.save("model.pt")
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'Sequential' object has no attribute 'save'
# --8<-- [end:no-save]

# --8<-- [start:none]
small = nn.Linear(2, 1)
nn.init.constant_(small.weight, 0.5)
nn.init.zeros_(small.bias)
print(torch.save(small.state_dict(), "small.pt"))
# > None
print(dict(small.state_dict()))
# > {'weight': tensor([[0.5000, 0.5000]]), 'bias': tensor([0.])}
# --8<-- [end:none]

# --8<-- [start:mode]
restored = make_model()
restored.load_state_dict(torch.load("model.pt"))
outputs = [restored(inputs) for _ in range(2)]
print(f"{restored.training=} twice the same: {torch.equal(*outputs)}")
# > restored.training=True twice the same: False
restored.eval()
outputs = [restored(inputs) for _ in range(2)]
print(f"{restored.training=} twice the same: {torch.equal(*outputs)}")
# > restored.training=False twice the same: True
# --8<-- [end:mode]

# --8<-- [start:answer]
torch.save(model.state_dict(), "model.pt")

model = make_model()  # the same code as before
model.load_state_dict(torch.load("model.pt", map_location="cpu"))
model.eval()
# --8<-- [end:answer]
