# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "ipython>=8"]
#
# [tool.tbe]
# claims = ["tools.jupyter-cells"]
# ///
"""Cells of a notebook, run in the shell that notebooks use: what stays from cells that were changed or deleted."""

from IPython.core.interactiveshell import InteractiveShell

# --8<-- [start:shell]
CELLS = {
    1: "lr = 0.1",
    2: """
import torch
from torch import nn
torch.manual_seed(0)
model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=lr)
""",
    3: """
inputs = torch.linspace(-1, 1, 20).unsqueeze(1)
for step in range(10):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(inputs), 2 * inputs)
    loss.backward()
    optimizer.step()
print(f"lr {optimizer.param_groups[0]['lr']}, loss {loss.item():.3f}")
""",
}


def notebook(*cells):
    """Run the cells in this order in a fresh shell, as a notebook's kernel does."""
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(colors="nocolor", history_length=0)
    shell.history_manager.enabled = False
    for cell in cells:
        result = shell.run_cell(CELLS.get(cell, cell))
        if not result.success:
            return


# --8<-- [end:shell]

# --8<-- [start:smallest]
print("top to bottom:")
# > top to bottom:
notebook(1, 2, 3)
# > lr 0.1, loss 0.380
print("then cell 1 is changed and run, then cell 3:")
# > then cell 1 is changed and run, then cell 3:
notebook(1, 2, 3, "lr = 0.01", 3)
# > lr 0.1, loss 0.380
# > lr 0.1, loss 0.081
print("then all three again:")
# > then all three again:
notebook(1, 2, 3, "lr = 0.01", 2, 3)
# > lr 0.1, loss 0.380
# > lr 0.01, loss 1.500
# --8<-- [end:smallest]

# --8<-- [start:again]
print("cell 3 three times:")
# > cell 3 three times:
notebook(1, 2, 3, 3, 3)
# > lr 0.1, loss 0.380
# > lr 0.1, loss 0.081
# > lr 0.1, loss 0.018
# --8<-- [end:again]
