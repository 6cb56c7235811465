import * as tf from '@tensorflow/tfjs';

/** What is used of tfjs' WebGL backend. */
interface ContextOwner {
  readonly gpgpu: { readonly gl: { readonly canvas: EventTarget } };
}

const watched = new WeakMap<object, AbortSignal>();

/**
 * Tells when the context of tfjs' WebGL backend is lost (the GPU was reset, or taken away). What was on it is gone, and tfjs
 * cannot bring it back: the backend is taken out of TensorFlow.js.
 */
export function watchContext(): AbortSignal {
  const backend = tf.backend() as unknown as ContextOwner;
  const known = watched.get(backend);
  if (known) return known;
  const controller = new AbortController();
  const lose = (): void => {
    controller.abort('The GPU took WebGL away (its context was lost).');
    tf.removeBackend('webgl');
  };
  backend.gpgpu.gl.canvas.addEventListener('webglcontextlost', lose, { once: true });
  watched.set(backend, controller.signal);
  return controller.signal;
}
