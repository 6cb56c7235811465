import { lossSignal } from '../loss-signal.ts';

/** What is used of tfjs' WebGL backend. */
interface ContextOwner {
  readonly gpgpu: { readonly gl: { readonly canvas: EventTarget } };
}

/** Tells when the context of tfjs' WebGL backend is lost: the GPU was reset, or taken away. */
export function watchContext(): AbortSignal {
  return lossSignal<ContextOwner>(({ gpgpu }, lose) => {
    const tell = (): void => lose('WebGL stopped: the GPU context was lost.');
    gpgpu.gl.canvas.addEventListener('webglcontextlost', tell, { once: true });
  });
}
