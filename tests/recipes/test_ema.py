import io
import math

import pytest
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn, update_bn

from torchbyexample.ema import EMA


class Tied(nn.Module):
    """Two names for one weight, a BatchNorm and a buffer that is not saved."""

    def __init__(self):
        super().__init__()
        self.first, self.norm, self.last = nn.Linear(4, 4), nn.BatchNorm1d(4), nn.Linear(4, 4)
        self.last.weight = self.first.weight
        self.register_buffer("scale", torch.ones(1), persistent=False)

    def forward(self, inputs):
        return self.last(self.norm(self.first(inputs))) * self.scale


def train(model, steps, after=lambda: None):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(steps):
        optimizer.zero_grad()
        model(torch.randn(8, 4)).square().mean().backward()
        optimizer.step()
        after()


def same(first, second):
    return first.keys() == second.keys() and all(torch.equal(first[name], second[name]) for name in first)


def make(seed=0):
    torch.manual_seed(seed)
    return Tied()


@pytest.mark.parametrize("decay", [0.0, 0.5, 0.999])
@pytest.mark.parametrize("use_buffers", [False, True])
def test_the_average_is_that_of_torch(decay, use_buffers):
    model = make()
    ours = EMA(model, decay, use_buffers)
    theirs = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay), use_buffers=use_buffers)

    def compare():
        ours.update(model)
        theirs.update_parameters(model)
        for (name, value), expected in zip(ours.model.state_dict().items(), theirs.module.state_dict().values(), strict=True):
            if value.is_floating_point():
                torch.testing.assert_close(value, expected, rtol=1e-6, atol=1e-7, msg=name)

    train(model, 30, compare)
    assert ours.updates == theirs.n_averaged.item() == 30
    assert ours.model.last.weight is ours.model.first.weight


def test_a_counter_is_copied_where_torch_leaves_it_behind():
    model = nn.BatchNorm1d(4)
    ours = EMA(model, 0.9, use_buffers=True)
    theirs = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9), use_buffers=True)
    for _ in range(5):
        model(torch.randn(8, 4))
        ours.update(model)
        theirs.update_parameters(model)
    assert (ours.model.num_batches_tracked.item(), theirs.module.num_batches_tracked.item()) == (5, 1)


def test_the_buffers_are_those_of_the_model_or_their_average():
    model = make()
    copied, averaged = EMA(model, 0.9), EMA(model, 0.9, use_buffers=True)
    mean = None
    for _ in range(3):
        train(model, 1)
        copied.update(model)
        averaged.update(model)
        now = model.norm.running_mean.clone()
        mean = now if mean is None else 0.9 * mean + 0.1 * now
    assert torch.equal(copied.model.norm.running_mean, model.norm.running_mean)
    torch.testing.assert_close(averaged.model.norm.running_mean, mean)


def test_the_average_is_ready_for_use_and_the_training_goes_on_without_it():
    model, alone = make(), make()
    ema = EMA(model)
    assert not ema.model.training
    assert not any(parameter.requires_grad for parameter in ema.model.parameters())
    torch.manual_seed(1)
    train(model, 5, lambda: ema.update(model))
    torch.manual_seed(1)
    train(alone, 5)
    assert same(model.state_dict(), alone.state_dict())
    assert all(parameter.requires_grad for parameter in model.parameters())
    make(1).load_state_dict(ema.model.state_dict())  # the names are those of the plain model


def test_inside_the_block_the_model_is_the_average_and_afterwards_itself():
    model = make()
    ema = EMA(model, 0.5)
    train(model, 5, lambda: ema.update(model))
    own, average = ({name: value.clone() for name, value in part.state_dict().items()} for part in (model, ema.model))
    assert not same(own, average)
    weight = model.first.weight
    with ema.average_parameters(model) as inside:
        assert inside is model
        assert same(model.state_dict(), average)
        nn.init.zeros_(model.first.weight)
        model(torch.randn(8, 4))  # moves the statistics of BatchNorm
    assert model.first.weight is weight  # what the optimizer holds
    assert same(model.state_dict(), own)
    assert same(ema.model.state_dict(), average)
    with pytest.raises(KeyError), ema.average_parameters(model):
        raise KeyError
    assert same(model.state_dict(), own)


def test_it_resumes_from_a_file():
    model = make()
    ema = EMA(model, 0.9)
    train(model, 5, lambda: ema.update(model))
    file = io.BytesIO()
    torch.save(ema.state_dict(), file)
    file.seek(0)
    resumed = EMA(make(7), 0.9)
    resumed.load_state_dict(torch.load(file))
    assert resumed.updates == 5
    train(model, 5, lambda: (ema.update(model), resumed.update(model)))
    assert same(resumed.model.state_dict(), ema.model.state_dict())


@pytest.mark.parametrize("decay", [-0.1, 1.0, 20, math.nan])
def test_a_decay_that_never_forgets_is_refused(decay):
    with pytest.raises(ValueError, match=f"decay is {decay}, expected a number from 0 to below 1"):
        EMA(nn.Linear(1, 1), decay)


@pytest.mark.parametrize("other", [nn.Linear(3, 2), nn.Linear(2, 2, bias=False), nn.BatchNorm1d(2)])
def test_another_model_is_refused(other):
    ema = EMA(nn.Linear(2, 2))
    with pytest.raises(ValueError, match="make a new EMA after changing the model"):
        ema.update(other)


def test_a_state_of_something_else_is_refused():
    ema = EMA(nn.Linear(2, 2))
    with pytest.raises(ValueError, match=r"the state has \['bias', 'weight'\], expected \['model', 'updates'\]"):
        ema.load_state_dict(nn.Linear(2, 2).state_dict())
    with pytest.raises(RuntimeError, match="size mismatch"):
        ema.load_state_dict(EMA(nn.Linear(3, 2)).state_dict())


def test_update_bn_of_torch_counts_the_statistics_of_the_average_anew():
    model = nn.Sequential(nn.Linear(4, 4), nn.BatchNorm1d(4))
    ema = EMA(model, 0.9)
    train(model, 5, lambda: ema.update(model))
    inputs = torch.randn(64, 4)
    update_bn([(inputs,)], ema.model)
    torch.testing.assert_close(ema.model[1].running_mean, ema.model[0](inputs).mean(0))
    assert not ema.model.training


def test_the_block_leaves_the_mode_alone():
    model = make()
    ema = EMA(model)
    for mode in (True, False):
        with ema.average_parameters(model.train(mode)):
            assert model.training is mode
