# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.squeeze-all", "tensor.unsqueeze"]
# ///
"""squeeze takes dimensions of size 1 out, unsqueeze puts one in."""

# --8<-- [start:answer]
import torch

x = torch.rand(4, 1)  # from Linear(..., 1)
x = x.squeeze(-1)  # (batch, 1) -> (batch,)
print(x.shape)
# > torch.Size([4])
# --8<-- [end:answer]

# --8<-- [start:smallest]
x = torch.rand(3, 1, 5)
print(x.squeeze(1).shape)  # dimension 1 out
# > torch.Size([3, 5])
print(x.unsqueeze(1).shape)  # a new dimension 1 in
# > torch.Size([3, 1, 1, 5])

scores = torch.rand(1, 10, 1)  # one sample, ten scores
print(scores.squeeze(-1).shape)
# > torch.Size([1, 10])
print(scores.squeeze().shape)  # the batch dimension is gone too
# > torch.Size([10])
# --8<-- [end:smallest]

# --8<-- [start:view]
row = torch.zeros(1, 3)
row.squeeze(0)[0] = 7
row.unsqueeze(0)[0, 0, 1] = 8
print(row)
# > tensor([[7., 8., 0.]])
# --8<-- [end:view]
