import { lossSignal } from '../loss-signal.ts';

/** What is used of tfjs' WebGPU backend. */
interface DeviceOwner {
  readonly device: GPUDevice;
}

/**
 * Tells when the device of tfjs' WebGPU backend is lost (the GPU was reset, or taken away), or when it refused something, such
 * as memory: WebGPU throws nothing then, and computes on with what it has.
 */
export function watchDevice(): AbortSignal {
  return lossSignal<DeviceOwner>(({ device }, lose) => {
    void device.lost.then(() => lose('WebGPU stopped: the GPU device was lost.'));
    device.addEventListener('uncapturederror', ({ error }) => lose(`WebGPU failed: ${firstSentence(error.message)}`));
  });
}

const firstSentence = (message: string): string => `${message.split(/[.\n]/, 1)[0]}.`;
