/** What WebGPU runs on here. */
export interface WebgpuAdapter {
  /** Such as "nvidia ampere". */
  readonly name: string;
  /** Run by the CPU, slowly. */
  readonly software: boolean;
}

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** Asks WebGPU for its adapter; null where there is none; undefined where there is no WebGPU in this thread. */
export async function findWebgpuAdapter(
  gpu: GPU | undefined = globalThis.navigator?.gpu,
): Promise<WebgpuAdapter | null | undefined> {
  if (gpu === undefined) return undefined;
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (adapter === null) return null;
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const name = description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed';
  return { name, software: isFallbackAdapter || SOFTWARE.test(`${vendor} ${architecture} ${description}`) };
}
