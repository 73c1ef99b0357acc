# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.reshape-copy-slow"]
# alone = true
# ///
"""What reshape() costs as a view and as a copy."""

import timeit

import torch


# --8<-- [start:cost]
def microseconds(call):
    return min(timeit.repeat(call, number=5, repeat=3)) / 5 * 1e6


for size in (500, 2000):
    x = torch.rand(size, size)
    as_view = microseconds(lambda: x.reshape(-1))
    as_copy = microseconds(lambda: x.t().reshape(-1))
    print(f"{size}x{size}: view {as_view:.1f} us, copy {as_copy:.1f} us")
# ~ 500x500: view 1.8 us, copy 461.0 us
# ~ 2000x2000: view 1.8 us, copy 31606.0 us

print(f"a copy costs over 100 times a view: {as_copy > 100 * as_view}")
# > a copy costs over 100 times a view: True
# --8<-- [end:cost]
