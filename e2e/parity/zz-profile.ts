import * as tf from '@tensorflow/tfjs';
import { startTfjs } from '../../src/engines/tfjs/start.ts';
import { createWorkload, type Workload } from './workload.ts';

(window as any).profile = async (workload: Workload) => {
  const engine = await startTfjs('webgl', 'webgl');
  const S = 3;
  const trainer = await engine.create(createWorkload({ ...workload, ratings: workload.batchSize * (S + 1) }));
  trainer.beginEpoch(Int32Array.from({ length: workload.batchSize * (S + 1) }, (_, i) => i));
  trainer.step(0, 1e-3);
  await trainer.takeLoss();
  const b = tf.backend() as any;
  const gl = b.gpgpu.gl;
  const px = new Float32Array(4);
  const orig = b.runWebGLProgram;
  const rec = new Map<string, { n: number; ms: number }>();
  let depth = 0;
  b.runWebGLProgram = function (p: any, ...a: any[]) {
    const inner = depth++ > 0;
    const sync = () => {
      gl.finish();
      const t = gl.getParameter(gl.FRAMEBUFFER_BINDING);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, px);
    };
    if (!inner) sync();
    const t0 = performance.now();
    const r = orig.call(this, p, ...a);
    sync();
    const dt = performance.now() - t0;
    depth--;
    const k = p.constructor.name + ' ' + p.variableNames.join(',') + ' ' + p.outputShape + (inner ? ' (inner)' : '');
    const e = rec.get(k) ?? { n: 0, ms: 0 };
    e.n++;
    e.ms += dt;
    rec.set(k, e);
    return r;
  };
  for (let s = 1; s <= S; s++) trainer.step(s, 1e-3);
  delete b.runWebGLProgram;
  trainer.dispose();
  return [...rec].map(([k, { n, ms }]) => `${(ms / S).toFixed(2)} ms  ${n / S}×  ${k}`);
};
