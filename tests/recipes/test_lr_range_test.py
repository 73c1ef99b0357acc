import copy
import itertools
import warnings

import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from torchbyexample.lr_range_test import lr_range_test, steepest

torch.manual_seed(0)
X = torch.randn(64, 4)
Y = X @ torch.randn(4, 1)


def make(optimizer_class=torch.optim.SGD, seed=0, lr=0.1):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.1), nn.Linear(8, 1))
    return model, optimizer_class(model.parameters(), lr=lr)


def loader_of(batch_size=16, shuffle=False):
    return DataLoader(TensorDataset(X, Y), batch_size=batch_size, shuffle=shuffle)


def train(model, optimizer, steps=5):
    losses = []
    for _ in range(steps):
        for inputs, targets in loader_of(shuffle=True):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(inputs), targets)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def lightnings(tmp_path, model, low, high, steps):
    """Rates and losses of `Tuner.lr_find`, without its smoothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lightning = pytest.importorskip("lightning.pytorch")
        tuner = pytest.importorskip("lightning.pytorch.tuner")

        class Module(lightning.LightningModule):
            def __init__(self):
                super().__init__()
                self.model, self.lr = model, 0.1

            def training_step(self, batch):
                return nn.functional.mse_loss(self.model(batch[0]), batch[1])

            def configure_optimizers(self):
                return torch.optim.SGD(self.parameters(), lr=self.lr)

        trainer = lightning.Trainer(
            accelerator="cpu", logger=False, enable_checkpointing=False, enable_progress_bar=False, enable_model_summary=False,
            default_root_dir=tmp_path,
        )  # fmt: skip
        found = tuner.Tuner(trainer).lr_find(Module(), loader_of(), min_lr=low, max_lr=high, num_training=steps)
    averages = [0.0, *(loss * (1 - 0.98 ** (step + 2)) for step, loss in enumerate(found.results["loss"]))]
    return found.results["lr"], [(new - 0.98 * old) / 0.02 for old, new in itertools.pairwise(averages)]


def test_the_loss_of_each_step_is_that_of_lightning(tmp_path):
    low, high, steps = 1e-6, 0.1, 30
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
    their_rates, their_losses = lightnings(tmp_path, copy.deepcopy(model), low, high, steps)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    # Lightning's second rate is already two factors above its first one; ours begin in between.
    first = low * (high / low) ** (1 / steps)
    rates, losses = lr_range_test(model, optimizer, nn.MSELoss(), loader_of(), first, high, steps, smooth=0.0)
    assert rates[1:] == pytest.approx(their_rates[1:])
    assert losses == pytest.approx(their_losses, rel=1e-4)


def test_the_rates_grow_by_a_constant_factor_and_the_losses_are_smoothed():
    rates, losses = lr_range_test(*make(), nn.MSELoss(), loader_of(), low=1e-4, high=1e-2, steps=21)
    assert (rates[0], rates[-1], len(rates)) == (1e-4, pytest.approx(1e-2), len(losses))
    assert [new / old for old, new in itertools.pairwise(rates)] == pytest.approx([100 ** (1 / 20)] * 20)
    _, raw = lr_range_test(*make(), nn.MSELoss(), loader_of(), low=1e-4, high=1e-2, steps=21, smooth=0.0)
    weights = [0.9 ** (20 - step) for step in range(21)]  # the weighted mean of all losses so far
    mean = sum(weight * loss for weight, loss in zip(weights, raw, strict=True)) / sum(weights)
    assert losses[-1] == pytest.approx(mean)


@pytest.mark.parametrize("optimizer_class", [torch.optim.SGD, torch.optim.AdamW])
@pytest.mark.parametrize("used", [False, True])
def test_a_training_afterwards_is_the_one_without_the_test(optimizer_class, used):
    results = []
    for tested in (False, True):
        model, optimizer = make(optimizer_class)
        if used:
            train(model, optimizer)
        if tested:
            lr_range_test(model, optimizer, nn.MSELoss(), loader_of(shuffle=True), steps=30)
        results.append(train(model, optimizer))
    assert results[0] == results[1]


def test_modes_rates_and_gradients_are_put_back():
    model, _ = make()
    model.eval()
    model[3].train()
    optimizer = torch.optim.SGD([{"params": model[0].parameters(), "lr": 0.5}, {"params": model[4].parameters()}], lr=0.1)
    lr_range_test(model, optimizer, nn.MSELoss(), loader_of(), steps=5)
    assert [module.training for module in model] == [False, False, False, True, False]
    assert [group["lr"] for group in optimizer.param_groups] == [0.5, 0.1]
    assert all(parameter.grad is None for parameter in model.parameters())


def test_everything_is_put_back_if_a_step_raises():
    model, optimizer = make()
    before = copy.deepcopy(model.state_dict())
    calls = []

    def criterion(outputs, targets):
        calls.append(1)
        if len(calls) == 3:
            raise RuntimeError("stopped by hand")
        return nn.functional.mse_loss(outputs, targets)

    with pytest.raises(RuntimeError, match="stopped by hand"):
        lr_range_test(model, optimizer, criterion, loader_of())
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())
    assert optimizer.param_groups[0]["lr"] == 0.1


class Counting(nn.Module):
    """Counts its forward passes in buffers that no state_dict holds: one changed in place, one set anew."""

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 1)
        self.register_buffer("in_place", torch.zeros(()), persistent=False)
        self.register_buffer("anew", torch.zeros(()), persistent=False)
        self.register_buffer("later", None, persistent=False)

    def forward(self, inputs):
        self.in_place += 1
        self.anew = self.anew + 1
        self.later = inputs.detach().mean()
        return self.linear(inputs)


def test_buffers_that_no_state_dict_holds_are_put_back():
    model = Counting()
    in_place = model.in_place
    lr_range_test(model, torch.optim.SGD(model.parameters(), lr=0.1), nn.MSELoss(), loader_of(), steps=5)
    assert (model.in_place.item(), model.anew.item(), model.later) == (0.0, 0.0, None)
    assert model.in_place is in_place  # whoever holds it sees it put back
    assert [name for name, _ in model.named_buffers()] == ["in_place", "anew"]


def test_it_stops_where_the_loss_explodes_and_gives_finite_numbers():
    rates, losses = lr_range_test(*make(), nn.MSELoss(), loader_of(), high=1e6)
    assert len(rates) < 100
    assert losses[-1] > 4 * min(losses)

    def lost(outputs, targets):
        return nn.functional.mse_loss(outputs, targets) / (0 if next(count) == 5 else 1)

    count = iter(range(10))
    rates, losses = lr_range_test(*make(), lost, loader_of())
    assert len(rates) == len(losses) == 5


def test_the_loader_begins_again():
    rates, _ = lr_range_test(*make(), nn.MSELoss(), loader_of(batch_size=64), low=1e-5, high=1e-3, steps=7)
    assert len(rates) == 7


def test_steepest_is_where_the_loss_falls_most():
    rates = [10.0**power for power in range(6)]
    assert steepest(rates, [9, 5, 4.5, 2, 1.9, 8], skip=0) == 1.0
    assert steepest(rates, [9, 5, 4.5, 2, 1.9, 8], skip=1) == 100.0


@pytest.mark.parametrize(("losses", "skip"), [([1, 2, 3], 0), ([3, 2, 1], 2), ([3, 2, 1], 10), ([], 0)])
def test_a_loss_that_does_not_fall_has_no_steepest_step(losses, skip):
    with pytest.raises(ValueError, match=f"does not fall after the first {skip} of {len(losses)} steps: begin with a lower rate"):
        steepest([0.1] * len(losses), losses, skip)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"low": 0.0}, "low is 0.0 and high 10.0, expected 0 < low < high"),
        ({"low": 1.0, "high": 0.1}, "low is 1.0 and high 0.1, expected 0 < low < high"),
        ({"steps": 1}, "steps is 1, expected 2 or more"),
        ({"smooth": 1.0}, "smooth is 1.0, expected a number from 0 to below 1"),
        ({"loader": []}, "the loader has no batch"),
        ({"model": nn.Linear(4, 1)}, "the optimizer holds no parameter of this model: make it from model.parameters"),
    ],
)
def test_a_wrong_argument_is_named(arguments, message):
    model, optimizer = make()
    given = {"model": model, "optimizer": optimizer, "criterion": nn.MSELoss(), "loader": loader_of()}
    with pytest.raises(ValueError, match=message):
        lr_range_test(**{**given, **arguments})


@pytest.mark.parametrize("own", [False, True])
def test_a_generator_of_the_loader_is_not_put_back(own):
    def first_batch(tested):
        model, optimizer = make()
        generator = torch.Generator().manual_seed(3) if own else None
        loader = DataLoader(TensorDataset(X, Y), batch_size=16, shuffle=True, generator=generator)
        if tested:
            lr_range_test(model, optimizer, nn.MSELoss(), loader, steps=10)
        return next(iter(loader))[0]

    assert torch.equal(first_batch(False), first_batch(True)) is not own


def test_a_loss_below_zero_ends_the_test_at_once():
    _, losses = lr_range_test(*make(), lambda outputs, targets: nn.functional.mse_loss(outputs, targets) - 100, loader_of())
    assert len(losses) == 1
