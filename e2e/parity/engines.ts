import type { EngineName } from '../../src/core/hyperparameters.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { startSimd } from '../../src/engines/simd/start.ts';
import { startTfjs } from '../../src/engines/tfjs/start.ts';

export function startEngine(name: EngineName): Promise<Engine> {
  return name === 'simd' ? startSimd() : startTfjs(name, name);
}
