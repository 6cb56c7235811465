import { createRunShare } from '../../core/run-share.ts';
import type { Bench } from '../../lab/bench.ts';
import { asideOf, trainAside } from '../../lab/train-aside.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { SweepCalls } from './contract.ts';
import { createTrialStates } from './lab/trial-states.ts';

export function handlers(bench: Bench): HandlersOf<SweepCalls> {
  /** What trials of one sweep have in common. */
  const begin = (id: string | null) => ({ id, aside: asideOf(bench), states: createTrialStates() });
  let sweep = begin(null);
  let hold: ReturnType<Bench['exclusive']['holdBackground']> | null = null;

  return {
    async trial({ configuration, group, engine, from, keeps }, { report, signal }) {
      if (sweep.id !== group.id) sweep = begin(group.id);
      const { aside, states } = sweep;
      const shareOf = createRunShare();
      const run = { id: `${group.id}-${group.place}`, origin: 'sweep', group, engine } as const;
      states.keepOnly(keeps);
      return await trainAside(aside, configuration, run, {
        signal,
        onEvent: (event) => report(shareOf(event)),
        from: from === null ? undefined : states.find(from),
        onEnd: keeps.includes(group.place) ? (state) => states.keep(group.place, state) : undefined,
      });
    },
    async end() {
      sweep = begin(null);
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
