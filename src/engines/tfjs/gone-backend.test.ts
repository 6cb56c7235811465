import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { parityCase, parityOptions } from '../parity.ts';
import { registerKernels } from './kernels/register.ts';
import { createTfjsTrainer } from './trainer.ts';

test('a trainer whose backend is gone says so, and starts no other', async () => {
  await tf.setBackend('cpu');
  registerKernels();
  const trainer = createTfjsTrainer(parityOptions(parityCase('dot', { model: 'dot' })));
  tf.removeBackend('cpu');
  expect(() => trainer.step(0, 0.1)).toThrow('The backend cpu of TensorFlow.js is gone');
  await expect(trainer.takeLoss()).rejects.toThrow('is gone');
});
