import type { RunEvent } from '../../core/run-report.ts';
import { createRunShare } from '../../core/run-share.ts';
import type { Bench } from '../../lab/bench.ts';
import { createLanes, type Lanes } from '../../lab/beside/lanes.ts';
import { asideOf, trainAside } from '../../lab/train-aside.ts';
import type { EndState } from '../../lab/train-run.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { SweepCalls } from './contract.ts';
import { countLanes } from './lab/count-lanes.ts';
import { trainBeside } from './lab/train-beside.ts';
import { createTrialStates } from './lab/trial-states.ts';

/** `openLanes` may be another in a test. */
export function handlers(bench: Bench, openLanes: typeof createLanes = createLanes): HandlersOf<SweepCalls> {
  /** What trials of one sweep have in common. */
  const begin = (id: string | null) => ({ id, aside: asideOf(bench), states: createTrialStates(), lanes: null as Lanes | null });
  let sweep = begin(null);
  let hold: ReturnType<Bench['exclusive']['holdBackground']> | null = null;

  const ofSweep = (id: string | null): typeof sweep => {
    if (sweep.id !== id) {
      sweep.lanes?.end();
      sweep = begin(id);
    }
    return sweep;
  };

  return {
    async atOnce(request) {
      const own = ofSweep(request.sweep);
      const data = bench.data.at('train on');
      const count = await countLanes(own.aside, data, request);
      own.lanes?.end();
      own.lanes = count > 1 ? openLanes(count, data) : null;
      return count > 1 && request.mayWait ? 2 * count : count;
    },
    async trial({ configuration, group, engine, from, keeps, isBeside }, { report, signal }) {
      const { aside, states, lanes } = ofSweep(group.id);
      const shareOf = createRunShare();
      const run = { id: `${group.id}-${group.place}`, of: group.id, origin: 'sweep', group, engine } as const;
      states.keepOnly(keeps);
      const options = {
        signal,
        from: from === null ? undefined : states.take(from),
        onEnd: keeps.includes(group.place) ? (state: EndState): void => states.keep(group.place, state) : undefined,
      };
      const here = { ...options, onEvent: (event: RunEvent) => report(shareOf(event)) };
      if (!isBeside || !lanes) return await trainAside(aside, configuration, run, here);
      const record = await trainBeside(bench, lanes, configuration, run, { ...options, onShare: report });
      // What it was to go on from is gone with its worker.
      return record ?? (await trainAside(aside, configuration, run, { ...here, from: undefined }));
    },
    async end() {
      ofSweep(null);
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
