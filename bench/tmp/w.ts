import { measureParity, parityCase } from '../../src/engines/parity.ts';
import { startSimd } from '../../src/engines/simd/start.ts';
import { moduleName } from '../../src/engines/simd/host.ts';
import { measureEpochs } from '../simd-epoch.ts';
const engine = await startSimd();
postMessage(`${engine.label} isolated=${crossOriginIsolated} ${moduleName(2)}`);
for (const m of ['dot', 'mlp'] as const) postMessage(`${m} ${JSON.stringify(await measureParity(parityCase('', { model: m, dropout: 0.2 }, {batchSize: 64}), engine.create))}`);
for (const s of [{ model: 'dot', batchSize: 2048, optimizer: 'adam' }, { model: 'mlp', batchSize: 2048, optimizer: 'adam' }] as const)
  postMessage(`${s.model} ${await measureEpochs(engine.create, { ...s, factors: 50, epochs: 3, score: true })}`);
postMessage('done');
