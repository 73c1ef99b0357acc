# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["py.getitem-name", "py.getitem-for-in", "py.parse-config"]
# ///
"""What __getitem__ and __len__ give: brackets, loops, in, and a DataLoader."""


# --8<-- [start:getitem]
class Squares:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        if index >= self.n:
            raise IndexError(index)
        return index**2


squares = Squares(4)
print(len(squares), squares[3])
# > 4 9
print(list(squares), 9 in squares)
# > [0, 1, 4, 9] True
# --8<-- [end:getitem]

# --8<-- [start:loader]
from torch.utils.data import DataLoader

print(next(iter(DataLoader(squares, batch_size=4))))
# > tensor([0, 1, 4, 9])
# --8<-- [end:loader]


# --8<-- [start:endless]
class Endless(Squares):
    def __getitem__(self, index):
        return index**2


from itertools import islice

print(len(Endless(4)), list(islice(Endless(4), 8)))
# > 4 [0, 1, 4, 9, 16, 25, 36, 49]
print([batch.tolist() for batch in DataLoader(Endless(4), batch_size=2)])
# > [[0, 1], [4, 9]]
# --8<-- [end:endless]


# --8<-- [start:config]
class Config:
    def __init__(self, values):
        self.values = values

    def __getitem__(self, name):
        return self.values[name]


config = Config({"arch": "MnistModel", "lr": 0.1})
print(config["lr"])
# > 0.1
for use in (lambda: "lr" in config, lambda: list(config)):
    try:
        use()
    except KeyError as error:
        print(f"KeyError: {error}")
# > KeyError: 0
# > KeyError: 0
# --8<-- [end:config]


# --8<-- [start:config-fixed]
class WholeConfig(Config):
    def __contains__(self, name):
        return name in self.values

    def __iter__(self):
        return iter(self.values)


config = WholeConfig({"arch": "MnistModel", "lr": 0.1})
print("lr" in config, list(config))
# > True ['arch', 'lr']
# --8<-- [end:config-fixed]


# --8<-- [start:misspelt]
class Misspelt:
    def __get_item__(self, index):
        return index


try:
    Misspelt()[3]
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: 'Misspelt' object is not subscriptable
try:
    len(Misspelt())
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: object of type 'Misspelt' has no len()
# --8<-- [end:misspelt]
