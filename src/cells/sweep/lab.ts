import type { RunRecord } from '../../core/run-record.ts';
import type { RunEvent } from '../../core/run-report.ts';
import { createRunShare } from '../../core/run-share.ts';
import { costOf } from '../../core/sweep/results.ts';
import type { Bench } from '../../lab/bench.ts';
import { createLanes, type Lanes } from '../../lab/beside/lanes.ts';
import type { LabData } from '../../lab/loaded-data.ts';
import { asideOf, trainAside } from '../../lab/train-aside.ts';
import type { EndState } from '../../lab/train-run.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { SweepCalls } from './contract.ts';
import { countLanes } from './lab/count-lanes.ts';
import { trainBeside } from './lab/train-beside.ts';
import { createTrialStates } from './lab/trial-states.ts';

interface ReadyLanes {
  readonly lanes: Lanes;
  readonly count: number;
  readonly data: LabData;
}

/** `openLanes` may be another in a test. */
export function handlers(bench: Bench, openLanes: typeof createLanes = createLanes): HandlersOf<SweepCalls> {
  /** What trials of one sweep have in common. */
  const begin = (id: string | null) => ({ id, aside: asideOf(bench), states: createTrialStates(), lanes: null as Lanes | null });
  let sweep = begin(null);
  /** For the sweep to come. */
  let ready: ReadyLanes | null = null;
  let hold: ReturnType<Bench['exclusive']['holdBackground']> | null = null;

  const ofSweep = (id: string | null): typeof sweep => {
    if (sweep.id !== id) {
      sweep.lanes?.end();
      sweep = begin(id);
    }
    return sweep;
  };

  /** Those that are ready where they fit, else others, and none for one trial at a time. What does not fit is ended. */
  const takeLanes = (count: number, data: LabData): Lanes | null => {
    const fitting = ready?.count === count && ready.data === data ? ready.lanes : null;
    if (fitting === null) ready?.lanes.end();
    ready = null;
    return fitting ?? (count > 1 ? openLanes(count, data) : null);
  };

  return {
    async prepare({ configuration }) {
      if (bench.exclusive.training !== null || sweep.id !== null) return;
      const data = bench.data.at('train on');
      const count = await countLanes(bench, data, { configuration, engine: null });
      if (sweep.id !== null || ready?.data === data) return;
      const lanes = takeLanes(count, data);
      if (lanes === null) return;
      lanes.prepare(configuration);
      ready = { lanes, count, data };
    },
    async atOnce(request) {
      const own = ofSweep(request.sweep);
      const data = bench.data.at('train on');
      const count = await countLanes(own.aside, data, request);
      own.lanes?.end();
      own.lanes = takeLanes(count, data);
      return count > 1 && request.mayWait ? 2 * count : count;
    },
    async trial({ configuration, group, engine, from, keeps, limit, measure, isBeside }, { report, signal }) {
      const { aside, states, lanes } = ofSweep(group.id);
      const shareOf = createRunShare();
      const run = { id: `${group.id}-${group.place}`, of: group.id, origin: 'sweep', group, engine } as const;
      states.keepOnly(keeps);
      const end = keeps.includes(group.place)
        ? {
            measure,
            limit,
            isWanted: (record: RunRecord) => costOf(record, measure) <= limit,
            take: (state: EndState) => states.keep(group.place, state),
          }
        : undefined;
      const options = { signal, from: from === null ? undefined : states.take(from), end };
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
