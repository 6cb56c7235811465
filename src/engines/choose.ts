import { LabError } from '../core/errors.ts';
import type { EngineChoice } from '../core/hyperparameters.ts';
import type { ChosenEngine, Engine } from './engine.ts';
import type { TfjsBackend } from './tfjs/start.ts';
import { findWebglRenderer, type WebglRenderer } from './tfjs/webgl-renderer.ts';

/**
 * Starts the engine asked for, or by itself WebGL where a GPU draws it and else WebAssembly. Throws a LabError where the engine
 * does not start; never falls back to the slow plain-JavaScript engine unasked.
 */
export async function chooseEngine(choice: EngineChoice): Promise<ChosenEngine> {
  if (choice !== 'auto') return { engine: await start(choice, findWebglRenderer()), reason: 'Chosen in the settings.' };
  const renderer = findWebglRenderer();
  if (renderer && !renderer.software) {
    return { engine: await start('webgl', renderer), reason: `This machine's GPU draws WebGL: ${renderer.name}.` };
  }
  const why = renderer ? `WebGL is drawn by software here (${renderer.name}).` : 'This browser offers no WebGL 2 to a worker.';
  return { engine: await start('wasm', renderer), reason: why };
}

async function start(backend: TfjsBackend, renderer: WebglRenderer | null): Promise<Engine> {
  const { startTfjs } = await import('./tfjs/start.ts');
  const label = labelOf(backend, renderer);
  return await startTfjs(backend, label).catch((cause: Error) => {
    const message = `The engine ${label} did not start: ${cause.message}.`;
    throw new LabError('no-engine', message, 'Set the engine to automatic, or use another browser.', { cause });
  });
}

function labelOf(backend: TfjsBackend, renderer: WebglRenderer | null): string {
  if (backend === 'webgl') return `TensorFlow.js WebGL${renderer?.software ? ', software renderer' : ''}`;
  return backend === 'wasm' ? 'TensorFlow.js WebAssembly SIMD' : 'TensorFlow.js plain JavaScript';
}
