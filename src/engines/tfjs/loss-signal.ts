import * as tf from '@tensorflow/tfjs';

const signals = new WeakMap<object, AbortSignal>();

/**
 * The signal that tells when the current backend's GPU is gone; one for each backend, however often its engine is started.
 * What was on it is gone, and tfjs cannot bring it back: the backend is taken out of TensorFlow.js. `subscribe` is given what
 * to call with the reason, in one sentence.
 */
export function lossSignal<Backend extends object>(
  subscribe: (backend: Backend, lose: (reason: string) => void) => void,
): AbortSignal {
  const backend = tf.backend() as unknown as Backend;
  const known = signals.get(backend);
  if (known) return known;
  const name = tf.getBackend();
  const controller = new AbortController();
  subscribe(backend, (reason) => {
    if (controller.signal.aborted) return;
    controller.abort(reason);
    tf.removeBackend(name);
  });
  signals.set(backend, controller.signal);
  return controller.signal;
}
