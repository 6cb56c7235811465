import { createRunShare } from '../../core/run-share.ts';
import type { Bench } from '../../lab/bench.ts';
import { asideOf, trainAside } from '../../lab/train-aside.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { SweepCalls } from './contract.ts';

export function handlers(bench: Bench): HandlersOf<SweepCalls> {
  const aside = asideOf(bench);
  let hold: ReturnType<Bench['exclusive']['holdBackground']> | null = null;

  return {
    async trial({ configuration, group, engine }, { report, signal }) {
      const shareOf = createRunShare();
      const run = { id: `${group.id}-${group.place}`, origin: 'sweep', group, engine } as const;
      return await trainAside(aside, configuration, run, { signal, onEvent: (event) => report(shareOf(event)) });
    },
    async pause() {
      hold ??= bench.exclusive.holdBackground();
      await hold.halted;
    },
    async resume() {
      hold?.release();
      hold = null;
    },
  };
}
