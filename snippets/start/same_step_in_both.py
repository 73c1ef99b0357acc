# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorflow-cpu>=2.19", "numpy>=1.26"]
#
# [tool.tbe]
# timeout = 180
# ///
"""One model, one batch, one training step: written in PyTorch and in TensorFlow, the same numbers come out."""

# --8<-- [start:data]
import numpy as np

rng = np.random.default_rng(0)
inputs = rng.normal(size=(8, 3)).astype("float32")
targets = (inputs @ [[1.0], [-2.0], [0.5]] + 0.3).astype("float32")
hidden, head = (
    rng.normal(size=(3, 4)).astype("float32"),
    rng.normal(size=(4, 1)).astype("float32"),
)
# --8<-- [end:data]

# --8<-- [start:torch]
import torch
from torch import nn

model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
with torch.no_grad():
    for layer, weight in ((model[0], hidden), (model[2], head)):
        layer.weight.copy_(torch.from_numpy(weight.T))  # (out, in)
        layer.bias.zero_()
print(f"PyTorch keeps the first weight as {tuple(model[0].weight.shape)}")
# > PyTorch keeps the first weight as (4, 3)

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()
torch_losses = []
model.train()
for step in range(5):
    optimizer.zero_grad()
    loss = criterion(model(torch.from_numpy(inputs)), torch.from_numpy(targets))
    loss.backward()
    if step == 0:
        torch_gradient = model[0].weight.grad.T.clone()
    optimizer.step()
    torch_losses.append(loss.item())
print([f"{loss:.4f}" for loss in torch_losses])
# > ['8.0296', '4.4890', '2.7978', '1.6688', '1.0490']
# --8<-- [end:torch]

# --8<-- [start:tensorflow]
import tensorflow as tf  # after torch has made an optimizer: the other way round the process may crash

keras_model = tf.keras.Sequential(
    [tf.keras.layers.Dense(4, activation="tanh"), tf.keras.layers.Dense(1)]
)
keras_model.build((None, 3))
for layer, weight in zip(keras_model.layers, (hidden, head), strict=True):
    layer.set_weights([weight, np.zeros(weight.shape[1], "float32")])  # (in, out)
print(
    f"TensorFlow keeps the first weight as {tuple(keras_model.layers[0].kernel.shape)}"
)
# > TensorFlow keeps the first weight as (3, 4)

keras_optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
mse = tf.keras.losses.MeanSquaredError()
tf_losses = []
for step in range(5):
    with tf.GradientTape() as tape:
        loss = mse(targets, keras_model(inputs, training=True))
    gradients = tape.gradient(loss, keras_model.trainable_variables)
    if step == 0:
        tf_gradient = gradients[0].numpy()
    keras_optimizer.apply_gradients(
        zip(gradients, keras_model.trainable_variables, strict=True)
    )
    tf_losses.append(float(loss))
print([f"{loss:.4f}" for loss in tf_losses])
# > ['8.0296', '4.4890', '2.7978', '1.6688', '1.0490']
# --8<-- [end:tensorflow]

# --8<-- [start:compare]
print(f"gradients agree: {np.allclose(torch_gradient, tf_gradient, atol=1e-5)}")
# > gradients agree: True
print(f"losses agree:    {np.allclose(torch_losses, tf_losses, atol=1e-5)}")
# > losses agree:    True
print(
    f"weights agree:   {np.allclose(model[0].weight.detach().T, keras_model.layers[0].kernel, atol=1e-5)}"
)
# > weights agree:   True

model.eval()
with torch.no_grad():
    predictions = model(torch.from_numpy(inputs))
same = np.allclose(predictions, keras_model(inputs, training=False), atol=1e-5)
print(f"predictions agree: {same}")
# > predictions agree: True
# --8<-- [end:compare]
