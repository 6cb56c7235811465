import type { Device } from '../device.ts';
import { entityOf } from '../uploaded-batches.ts';
import { createWebglEpochBatches, createWebglLookup, type WebglBatch, type WebglLookup } from './batch.ts';
import { createErrorSum, errorGradient } from './error.ts';
import { createWebglOperations } from './operations.ts';
import type { WebglBackend } from './program.ts';
import { createWebglTable } from './table.ts';
import { createWebglVariableOptimizer } from './variable-optimizer.ts';

/** Keeps everything on the GPU: a step uploads nothing and reads nothing back. */
export function createWebglDevice(webgl: WebglBackend): Device<WebglLookup, WebglBatch> {
  const errors = createErrorSum(webgl);
  return {
    ...createWebglOperations(webgl),
    createTable: (rows, columns, of, rule) => createWebglTable(webgl, rows, columns, entityOf(of), rule),
    createVariableOptimizer: (variable, rule) => createWebglVariableOptimizer(webgl, variable, rule),
    createEpochBatches: createWebglEpochBatches,
    createLookup: createWebglLookup,
    addLoss: errors.add,
    takeLoss: errors.take,
    resetLoss: errors.reset,
    errorGradient: (predictions, batch) => errorGradient(webgl, predictions, batch),
    dispose: errors.dispose,
  };
}
