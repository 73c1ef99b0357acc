# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = ["py.same-name-rule"]
# ///
"""Names inside and outside a function, and a default that remembers."""

# --8<-- [start:shadow]
lr = 0.1


def inside():
    lr = 0.5
    return lr


print(inside(), lr)
# > 0.5 0.1
# --8<-- [end:shadow]

# --8<-- [start:unbound]
step = 0


def count():
    step = step + 1


try:
    count()
except UnboundLocalError as error:
    print(f"UnboundLocalError: {error}")
# > UnboundLocalError: cannot access local variable 'step' where it is not associated with a value
# --8<-- [end:unbound]


# --8<-- [start:unbound-fixed]
def count(step):
    return step + 1


step = count(step)
print(step)
# > 1


def count_global():
    global step
    step = step + 1


count_global()
print(step)
# > 2
# --8<-- [end:unbound-fixed]


# --8<-- [start:default]
def record(loss, history=[]):
    history.append(loss)
    return history


print(record(0.9))
# > [0.9]
print(record(0.5))
# > [0.9, 0.5]


def record(loss, history=None):
    history = [] if history is None else history
    history.append(loss)
    return history


print(record(0.9))
# > [0.9]
print(record(0.5))
# > [0.5]
# --8<-- [end:default]


# --8<-- [start:unbound-branch]
def last_loss(losses):
    for loss in losses:
        last = loss
    return last


print(last_loss([0.9, 0.5]))
# > 0.5
try:
    last_loss([])
except UnboundLocalError as error:
    print(f"UnboundLocalError: {error}")
# > UnboundLocalError: cannot access local variable 'last' where it is not associated with a value
# --8<-- [end:unbound-branch]

# --8<-- [start:unbound-import]
import os


def folder():
    here = os.getcwd()
    import os.path  # an assignment to the name os

    return os.path.join(here, "data")


try:
    folder()
except UnboundLocalError as error:
    print(f"UnboundLocalError: {error}")
# > UnboundLocalError: cannot access local variable 'os' where it is not associated with a value
# --8<-- [end:unbound-import]
