import copy
import math

import pytest
import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_

from torchbyexample.clipping import ClippingReport, GradientClipper


def make(seed=0, scale=1.0):
    """A model with gradients, one parameter without, and two dtypes."""
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(5, 7), nn.Tanh(), nn.Linear(7, 3), nn.Linear(3, 3).double())
    (scale * model[2](model[1](model[0](torch.randn(4, 5)))).square().sum()).backward()
    model[3].weight.grad = torch.randn(3, 3, dtype=torch.float64)
    return model


def gradients(model):
    return [parameter.grad for parameter in model.parameters() if parameter.grad is not None]


@pytest.mark.parametrize("norm_type", [1.0, 2.0, 3.0, math.inf])
@pytest.mark.parametrize("foreach", [None, False, True])
@pytest.mark.parametrize("max_norm", [0.01, 1.0, 1e6, math.inf])
def test_gradients_and_norm_are_those_of_torch(norm_type, foreach, max_norm):
    for seed in range(5):
        model = make(seed)
        other = copy.deepcopy(model)
        for parameter, theirs in zip(model.parameters(), other.parameters(), strict=True):
            theirs.grad = None if parameter.grad is None else parameter.grad.clone()
        expected = clip_grad_norm_(other.parameters(), max_norm, norm_type, foreach=foreach)
        assert torch.equal(GradientClipper(model.named_parameters(), max_norm, norm_type, foreach=foreach).clip(), expected)
        assert len(gradients(model)) == 5
        assert all(torch.equal(ours, theirs) for ours, theirs in zip(gradients(model), gradients(other), strict=True))


@pytest.mark.parametrize("norm_type", [1.0, 2.0, math.inf])
def test_the_norms_of_the_parameters_make_up_the_whole(norm_type):
    clipper = GradientClipper(make().named_parameters(), 1.0, norm_type)
    total = clipper.clip()
    own = torch.tensor(list(clipper.report().parameters.values()), dtype=torch.float64)
    assert torch.linalg.vector_norm(own, norm_type).item() == pytest.approx(total.item())


def set_gradient(model, *numbers):
    model.weight.grad = torch.tensor([numbers])


def test_the_report_counts_what_was_clipped_and_begins_anew():
    model = nn.Linear(2, 1, bias=False)
    clipper = GradientClipper(model.named_parameters(), max_norm=5.0)
    for numbers in [(3.0, 4.0), (6.0, 8.0), (0.0, 1.0), (0.0, 7.0)]:
        set_gradient(model, *numbers)
        clipper.clip()
    report = clipper.report()
    assert report == ClippingReport(4, 0.5, 0, 6.0, 10.0, {"weight": 23 / 4})  # 5.0 is at the limit and not above
    set_gradient(model, 0.0, 1.0)
    clipper.clip()
    assert clipper.report() == ClippingReport(1, 0.0, 0, 1.0, 1.0, {"weight": 1.0})
    with pytest.raises(RuntimeError, match=r"nothing was clipped since the last report: call clip\(\) in each step"):
        clipper.report()


def test_parameters_are_sorted_and_those_without_a_gradient_are_left_out():
    model = nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1))
    clipper = GradientClipper(model.named_parameters(), 1.0)
    for step in range(2):
        model[0].weight.grad = torch.full((1, 1), 1.0)
        model[1].bias.grad = torch.full((1,), 3.0)
        model[1].weight.grad = torch.full((1, 1), 2.0) if step else None  # its mean is over the step in which it had one
        clipper.clip()
    assert list(clipper.report().parameters.items()) == [("1.bias", 3.0), ("1.weight", 2.0), ("0.weight", 1.0)]


@pytest.mark.parametrize("broken", [math.nan, math.inf, -math.inf])
def test_a_norm_that_is_not_finite_is_counted_apart(broken):
    model, other = nn.Linear(2, 1, bias=False), nn.Linear(2, 1, bias=False)
    clipper = GradientClipper(model.named_parameters(), max_norm=1.0)
    for numbers in [(3.0, 4.0), (broken, 1.0)]:
        set_gradient(model, *numbers)
        set_gradient(other, *numbers)
        norm, expected = clipper.clip(), clip_grad_norm_(other.parameters(), 1.0)
        torch.testing.assert_close(norm, expected, equal_nan=True, rtol=0, atol=0)
        torch.testing.assert_close(model.weight.grad, other.weight.grad, equal_nan=True, rtol=0, atol=0)
    report = clipper.report()
    assert report == ClippingReport(2, 0.5, 1, 5.0, 5.0, {"weight": 5.0})
    set_gradient(model, broken, 1.0)
    clipper.clip()
    alone = clipper.report()
    assert (alone.steps, alone.clipped, alone.nonfinite, alone.parameters) == (1, 0.0, 1, {})
    assert math.isnan(alone.median)
    assert math.isnan(alone.largest)


def test_the_error_names_the_parameters_and_leaves_the_gradients():
    model = make()
    model[0].weight.grad[0, 0] = math.nan
    model[2].bias.grad[1] = math.inf
    before = [gradient.clone() for gradient in gradients(model)]
    clipper = GradientClipper(model.named_parameters(), 1.0, error_if_nonfinite=True)
    with pytest.raises(RuntimeError, match=r"the norm of the gradient is not finite in 0\.weight, 2\.bias: leave out this step"):
        clipper.clip()
    for gradient, old in zip(gradients(model), before, strict=True):
        torch.testing.assert_close(gradient, old, equal_nan=True, rtol=0, atol=0)


def test_a_sum_that_overflows_is_an_error_too():
    model = nn.Linear(2, 1)
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, 1.2e19)
    with pytest.raises(RuntimeError, match="non-finite"):
        GradientClipper(model.named_parameters(), 1.0, error_if_nonfinite=True).clip()


def test_the_wrong_place_in_the_loop_is_named():
    model = make()
    clipper = GradientClipper(model.named_parameters(), 1.0)
    model.zero_grad()
    with pytest.raises(RuntimeError, match=r"no parameter has a gradient: call clip\(\) after loss.backward\(\)"):
        clipper.clip()


def test_wrong_arguments_are_named():
    model = nn.Linear(2, 1)
    with pytest.raises(TypeError, match=r"give model.named_parameters\(\)"):
        GradientClipper(model.parameters(), 1.0)
    with pytest.raises(ValueError, match="there is no parameter"):
        GradientClipper(iter([]), 1.0)
    for max_norm in (0, -1.0, math.nan):
        with pytest.raises(ValueError, match=f"max_norm is {max_norm}, expected a number above 0"):
            GradientClipper(model.named_parameters(), max_norm)


def test_only_the_five_largest_are_printed():
    report = ClippingReport(1, 0.0, 0, 1.0, 1.0, {f"layer{number}": 1.0 / (number + 1) for number in range(9)})
    assert [line.split()[-1] for line in str(report).splitlines()[1:]] == [f"layer{number}" for number in range(5)]


def test_without_a_limit_finite_gradients_stay_and_others_do_not():
    model = nn.Linear(2, 1, bias=False)
    clipper = GradientClipper(model.named_parameters(), math.inf)
    set_gradient(model, 30.0, 40.0)
    clipper.clip()
    assert model.weight.grad.tolist() == [[30.0, 40.0]]
    set_gradient(model, math.inf, 1.0)
    clipper.clip()
    assert model.weight.grad.isnan().all()
