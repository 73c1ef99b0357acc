# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Conditional probability is counting in a part; Bayes' rule turns it round."""

import torch

# --8<-- [start:count]
torch.manual_seed(0)
n = 1_000_000
ill = torch.rand(n) < 0.01
chance = torch.where(ill, 0.9, 0.05)  # of a positive test
positive = torch.rand(n) < chance

print(f"P(positive | ill) = {positive[ill].float().mean():.3f}")
# > P(positive | ill) = 0.898
print(f"P(ill | positive) = {ill[positive].float().mean():.3f}")
# > P(ill | positive) = 0.152
# --8<-- [end:count]

# --8<-- [start:rule]
p_ill, p_pos_if_ill, p_pos_if_well = 0.01, 0.9, 0.05
p_pos = p_pos_if_ill * p_ill + p_pos_if_well * (1 - p_ill)
p_ill_if_pos = p_pos_if_ill * p_ill / p_pos
print(f"{p_pos=:.4f} {p_ill_if_pos=:.4f}")
# > p_pos=0.0585 p_ill_if_pos=0.1538

for p_ill in (0.001, 0.01, 0.1, 0.5):
    p_pos = p_pos_if_ill * p_ill + p_pos_if_well * (1 - p_ill)
    print(f"{p_ill=:5}: P(ill | positive) = {p_pos_if_ill * p_ill / p_pos:.3f}")
# > p_ill=0.001: P(ill | positive) = 0.018
# > p_ill= 0.01: P(ill | positive) = 0.154
# > p_ill=  0.1: P(ill | positive) = 0.667
# > p_ill=  0.5: P(ill | positive) = 0.947
# --8<-- [end:rule]
