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


copies = []
for size in (500, 2000):  # 16 times the elements
    x = torch.rand(size, size)
    as_view = microseconds(lambda: x.reshape(-1))
    as_copy = microseconds(lambda: x.t().reshape(-1))
    copies.append(as_copy)
    print(f"{size}x{size}: view {as_view:.1f} us, copy {as_copy:.1f} us")
# ~ 500x500: view 0.7 us, copy 88.5 us
# ~ 2000x2000: view 0.7 us, copy 7652.7 us
print(f"2000x2000: a copy takes {as_copy / as_view:,.0f} times a view")
# ~ 2000x2000: a copy takes 10,794 times a view
print(f"16 times the elements: {copies[1] / copies[0]:.0f} times the copy")
# ~ 16 times the elements: 86 times the copy

print(f"more than 16 times: {copies[1] > 16 * copies[0]}")
# > more than 16 times: True
# --8<-- [end:cost]
