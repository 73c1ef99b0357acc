# /// script
# requires-python = ">=3.11"
# dependencies = ["tensorflow-cpu>=2.19"]
#
# [tool.tbe]
# claims = ["graph.tensorflow-static"]
# timeout = 180
# ///
"""TensorFlow 2 runs line by line, too; a graph is made where tf.function asks for one."""

# --8<-- [start:eager]
import tensorflow as tf

print(f"{tf.executing_eagerly()=}")
# > tf.executing_eagerly()=True


def f(x):
    return x * 2 if tf.reduce_sum(x) > 0 else x**3


for value in (1.0, -1.0):
    x = tf.Variable([value])
    with tf.GradientTape() as tape:
        y = f(x)
    print(
        f"x={value:4}: y={y.numpy().item()} gradient {tape.gradient(y, x).numpy().item()}"
    )
# > x= 1.0: y=2.0 gradient 2.0
# > x=-1.0: y=-1.0 gradient 3.0
# --8<-- [end:eager]


# --8<-- [start:function]
@tf.function
def traced(x):
    # Python: runs while the graph is made
    print(f"  tracing for {x.dtype.name}, shape {x.shape}")
    if tf.reduce_sum(x) > 0:  # becomes part of the graph
        return x * 2
    return x**3


for values in ([1.0], [-1.0], [1.0, 2.0]):
    print(values, "->", traced(tf.constant(values)).numpy().tolist())
# >   tracing for float32, shape (1,)
# > [1.0] -> [2.0]
# > [-1.0] -> [-1.0]
# >   tracing for float32, shape (2,)
# > [1.0, 2.0] -> [2.0, 4.0]
operations = [
    op.type
    for op in traced.get_concrete_function(
        tf.TensorSpec([1])
    ).graph.get_operations()
]
print(f"{'StatelessIf' in operations=}")
# > 'StatelessIf' in operations=True
# --8<-- [end:function]

# --8<-- [start:tf1]
graph = tf.compat.v1.Graph()
with graph.as_default():
    a = tf.compat.v1.placeholder(tf.float32, name="a")
    b = a * 2
graph.finalize()

with tf.compat.v1.Session(graph=graph) as session:
    print(f"{session.run(b, feed_dict={a: 3.0})=:.1f}")
# > session.run(b, feed_dict={a: 3.0})=6.0
try:
    with graph.as_default():
        a + 1
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Graph is finalized and cannot be modified.
# --8<-- [end:tf1]

# --8<-- [start:errors]
try:
    tf.placeholder(tf.float32)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: module 'tensorflow' has no attribute 'placeholder'

x = tf.constant([1.0])
with tf.GradientTape() as tape:
    y = x * 3
print(f"{tape.gradient(y, x)=}  # a constant is not watched")
# > tape.gradient(y, x)=None  # a constant is not watched
try:
    tape.gradient(y, x)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)

with tf.GradientTape(persistent=True) as tape:
    tape.watch(x)
    y = x * 3
print([tape.gradient(y, x).numpy().item() for _ in range(2)])
# > [3.0, 3.0]
# --8<-- [end:errors]
