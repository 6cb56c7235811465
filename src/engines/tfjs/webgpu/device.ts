import type { Device } from '../device.ts';
import { entityOf } from '../uploaded-batches.ts';
import { createWebgpuEpochBatches, createWebgpuLookup, type WebgpuBatch, type WebgpuLookup } from './batch.ts';
import { createErrorSum, errorGradient } from './error.ts';
import { createWebgpuOperations } from './operations.ts';
import type { WebgpuBackend } from './program.ts';
import { createWebgpuTable } from './table.ts';
import { createWebgpuVariableOptimizer } from './variable-optimizer.ts';

/** Keeps everything on the GPU: a step uploads no data and reads nothing back. */
export function createWebgpuDevice(webgpu: WebgpuBackend): Device<WebgpuLookup, WebgpuBatch> {
  const errors = createErrorSum(webgpu);
  return {
    ...createWebgpuOperations(webgpu),
    createTable: (rows, columns, of, rule) => createWebgpuTable(webgpu, rows, columns, entityOf(of), rule),
    createVariableOptimizer: (variable, rule) => createWebgpuVariableOptimizer(webgpu, variable, rule),
    createEpochBatches: createWebgpuEpochBatches,
    createLookup: createWebgpuLookup,
    addLoss: errors.add,
    takeLoss: errors.take,
    resetLoss: errors.reset,
    errorGradient: (predictions, batch) => errorGradient(webgpu, predictions, batch),
    dispose: errors.dispose,
  };
}
