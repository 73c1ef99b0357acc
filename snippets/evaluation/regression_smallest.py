# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["metric.regression"]
# ///
"""MAE, MSE and RMSE of four predictions, one of them far off."""

import torch

# --8<-- [start:smallest]
targets = torch.tensor([10.0, 20.0, 30.0, 40.0])
predictions = torch.tensor([11.0, 19.0, 31.0, 50.0])  # wrong by 1, 1, 1 and 10
errors = predictions - targets

print(f"MAE  {errors.abs().mean():.2f}")
# > MAE  3.25
print(f"MSE  {errors.square().mean():.2f}")
# > MSE  25.75
print(f"RMSE {errors.square().mean().sqrt():.2f}")
# > RMSE 5.07
# --8<-- [end:smallest]

# --8<-- [start:shares]
for name, parts in (("MAE", errors.abs()), ("MSE", errors.square())):
    print(f"{name}: the last sample makes {parts[-1] / parts.sum():.0%}")
# > MAE: the last sample makes 77%
# > MSE: the last sample makes 97%
# --8<-- [end:shares]

# --8<-- [start:answer]
errors = predictions - targets  # check first that both have one shape
mae = errors.abs().mean()
rmse = errors.square().mean().sqrt()
# --8<-- [end:answer]
