import { describe, expect, test, vi } from 'vitest';
import { candidate, chooserOf, stopClock, WORKLOAD, watched } from './choose.fixture.ts';

stopClock();

describe('the number of threads', () => {
  const timed = async (byThreads: Record<number, number>, choice: 'auto' | 'simd') => {
    const started: (number | undefined)[] = [];
    const chooser = chooserOf([candidate('simd', { byThreads, start: (threads) => started.push(threads) })]);
    await chooser.time(choice, WORKLOAD);
    return { ...(await chooser.choose(choice, WORKLOAD)), last: started.at(-1) };
  };

  test.each(['auto', 'simd'] as const)('is the one that is fastest, also of an engine that was asked for: %s', async (choice) => {
    const { engine, last, checks, reason } = await timed({ 1: 8, 2: 2, 4: 5 }, choice);
    expect([engine.label, last]).toEqual(['simd itself, 2', 2]);
    expect(checks[0]).toMatchObject({ label: 'simd itself', threads: 2 });
    expect(checks[0]?.byThreads.map(({ threads }) => threads)).toEqual([1, 2, 4]);
    expect(reason).toMatch(/ratings per second, by number of threads: 1: 0\.00, 2: 0\.01, 4: 0\.00\.$/);
  });

  test('is left to the run, which begins with all of them, where nothing was timed and there is no other engine', async () => {
    const started: (number | undefined)[] = [];
    const simd = candidate('simd', { byThreads: { 1: 8, 2: 2 }, start: (threads) => started.push(threads) });
    for (const choice of ['auto', 'simd'] as const) {
      const { checks, reason } = await chooserOf([simd]).choose(choice, WORKLOAD);
      expect(started.at(-1)).toBeUndefined();
      expect(checks[0]).toMatchObject({ problem: null, error: expect.any(Number), threads: null, byThreads: [] });
      expect(reason).not.toContain('Measured');
    }
  });

  test('is timed no longer where somebody asks for the engine meanwhile', async () => {
    const simd = candidate('simd', { byThreads: { 1: 8, 2: 2 } });
    const chooser = chooserOf([simd]);
    await chooser.makeReady('auto', WORKLOAD.configuration);
    const timing = chooser.time('auto', WORKLOAD);
    await Promise.resolve();
    const { checks } = await chooser.choose('auto', WORKLOAD);
    expect(checks[0]).toMatchObject({ problem: null, threads: null });
    await timing;
    await chooser.time('auto', WORKLOAD);
    expect((await chooser.choose('auto', WORKLOAD)).checks[0]).toMatchObject({ threads: 2 });
  });

  test('is timed no longer by any of those that asked before somebody asks for the engine', async () => {
    const created = vi.fn();
    const chooser = chooserOf([watched(candidate('simd', { byThreads: { 1: 8, 2: 2 } }), created)]);
    await chooser.makeReady('auto', WORKLOAD.configuration);
    created.mockClear();
    const timings = [WORKLOAD, { ...WORKLOAD, rated: { ...WORKLOAD.rated } }].map((workload) => chooser.time('auto', workload));
    await chooser.choose('auto', WORKLOAD);
    await Promise.all(timings);
    expect(created).not.toHaveBeenCalled();
  });

  test('is the smaller where more gain nothing', async () => {
    expect((await timed({ 1: 8, 2: 8 }, 'auto')).last).toBe(1);
    expect((await timed({ 1: 8, 2: 7.8 }, 'auto')).last).toBe(2);
  });
});
