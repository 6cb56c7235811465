"""Trains the network of job.json on one or more workers and writes weights that the page opens.

Without TF_CONFIG one worker does all; with it every worker runs this same command.
"""
import argparse
import json
import os
import time

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import tensorflow as tf

from job import read_job, write_weights
from model import build, tables_of
from ratings import Vocabulary, shards_of, training_batches
from schedule import Schedule

HERE = os.path.dirname(os.path.abspath(__file__))
LOSSES = {
    "squared": keras.losses.mean_squared_error,
    "absolute": keras.losses.mean_absolute_error,
    "huber": keras.losses.huber,
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--job", default=os.path.join(HERE, "job.json"))
    parser.add_argument("--ratings", default=os.path.join(HERE, "ratings"), help="a folder of .csv files that every worker sees")
    parser.add_argument("--out", default="weights.safetensors", help="written by the first worker")
    return parser.parse_args()


def summing(optimizer):
    """Of a row that a batch looks up several times Keras would square each gradient by itself; this takes their sum, as the page does."""

    class Summing(optimizer):
        def update_step(self, gradient, variable, learning_rate):
            super().update_step(tf.convert_to_tensor(gradient), variable, learning_rate)

    return Summing


def optimizer_of(configuration, steps_per_epoch):
    rate = Schedule(configuration, steps_per_epoch)
    clip = {"clipvalue": configuration["clip"]} if configuration["clip"] > 0 else {}
    if configuration["optimizer"] == "sgd":
        return keras.optimizers.SGD(rate, momentum=configuration["momentum"], **clip)
    if configuration["optimizer"] == "adagrad":
        return summing(keras.optimizers.Adagrad)(rate, **clip)
    return summing(keras.optimizers.Adam)(rate, **clip)


def epoch_of(strategy, model, optimizer, loss_of, steps):
    """One epoch as a function of the batches: its mean loss, L2 included."""

    def step(batch):
        pairs, z = batch
        with tf.GradientTape() as tape:
            error = loss_of(z, model(pairs, training=True)[:, 0])
            # The workers' gradients are added up.
            loss = (error + sum(model.losses)) / strategy.num_replicas_in_sync
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
        return loss

    @tf.function
    def epoch(batches):
        total = tf.constant(0.0)
        for _ in tf.range(steps):
            total += strategy.reduce(tf.distribute.ReduceOp.SUM, strategy.run(step, args=(next(batches),)), axis=None)
        return total / steps

    return epoch


def main():
    args = arguments()
    # Before anything else of TensorFlow, since it connects the workers.
    strategy = tf.distribute.MultiWorkerMirroredStrategy()
    workers = strategy.num_replicas_in_sync
    task = json.loads(os.environ.get("TF_CONFIG", "{}")).get("task", {"index": 0})["index"]
    job = read_job(args.job)
    configuration, graph, target = (job["model"][key] for key in ("configuration", "graph", "target"))
    keras.utils.set_random_seed(configuration["seed"])
    files = shards_of(args.ratings)
    if len(files) < workers:
        raise SystemExit(f"{workers} workers need as many files; {args.ratings} has {len(files)}.")
    vocabulary = Vocabulary(files, job["ids"])
    batch = max(1, configuration["batchSize"] // workers)
    steps = max(1, vocabulary.train_ratings // (batch * workers))

    def own_batches(context):
        own = files[context.input_pipeline_id :: context.num_input_pipelines]
        return training_batches(own, vocabulary, target, batch, configuration["seed"] + context.input_pipeline_id)

    with strategy.scope():
        model = build(graph, vocabulary.rows, vocabulary.trained)
        optimizer = optimizer_of(configuration, steps)
        optimizer.build(model.trainable_variables)
    epoch = epoch_of(strategy, model, optimizer, LOSSES[configuration["loss"]], steps)
    batches = iter(strategy.distribute_datasets_from_function(own_batches))
    started = time.time()
    for number in range(configuration["epochs"]):
        loss = float(epoch(batches))
        if task == 0:
            print(f"Epoch {number + 1} of {configuration['epochs']}: loss {loss:.4f}, {time.time() - started:.1f} s", flush=True)
    print(f"Trained in {time.time() - started:.1f} s on {workers} workers.")
    if task == 0:
        write_weights(args.out, job["model"], tables_of(model, graph), vocabulary.ids["user"], vocabulary.ids["movie"])


if __name__ == "__main__":
    main()
