import { findWebgpuAdapter } from '../../src/engines/tfjs/webgpu-adapter.ts';

/** The name of WebGPU's adapter; null where there is none. */
export async function findWebgpu(): Promise<string | null> {
  return (await findWebgpuAdapter())?.name ?? null;
}
