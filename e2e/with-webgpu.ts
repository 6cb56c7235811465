import type { LaunchOptions } from '@playwright/test';

/** Without a GPU, Chromium offers WebGPU (by software) only where it is told to. */
export function withWebgpu(options: LaunchOptions): LaunchOptions {
  return { ...options, args: [...(options.args ?? []), '--enable-unsafe-webgpu'] };
}
