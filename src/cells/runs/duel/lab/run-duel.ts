import { forSeconds } from '../../../../core/equal-time.ts';
import type { RecordedEpoch, RunRecord } from '../../../../core/run-record.ts';
import type { RunEvent } from '../../../../core/run-report.ts';
import type { Bench } from '../../../../lab/bench.ts';
import { trainAside } from '../../../../lab/train-aside.ts';
import type { CallContext } from '../../../../lab/wire.ts';
import { secondsOf } from '../../../../training/ending.ts';
import type { DuelProgress, DuelRequest } from '../contract.ts';

type Context = Pick<CallContext<DuelProgress>, 'report' | 'signal'>;

const SIDES = [0, 1] as const;

/** Trains one side after the other, so that neither takes a core from the other. Throws a LabError `cancelled` when aborted. */
export async function runDuel(
  aside: Bench,
  { sides, seconds, group: id }: DuelRequest,
  { report, signal }: Context,
): Promise<void> {
  const epochs: [readonly RecordedEpoch[], readonly RecordedEpoch[]] = [[], []];
  for (const side of SIDES) {
    const follow = (ofSide: number, ended: RunRecord | null): void =>
      report({ side, share: (side + Math.min(1, ofSide)) / 2, epochs: [epochs[0], epochs[1]], ended });
    const onEvent = (event: RunEvent): void => {
      if (event.kind !== 'epoch') return;
      epochs[side] = [...epochs[side], recorded(event.epoch)];
      follow(secondsOf(epochs[side]) / seconds, null);
    };
    const run = { origin: 'duel', group: { id, place: side } } as const;
    const record = await trainAside(aside, forSeconds(sides[side], seconds), run, { signal, onEvent });
    epochs[side] = record.epochs;
    follow(1, record);
  }
}

const recorded = ({ epoch, trainError, validationError, sampleNdcg, seconds }: RecordedEpoch): RecordedEpoch => ({
  ...{ epoch, trainError, validationError, seconds },
  ...(sampleNdcg === undefined ? {} : { sampleNdcg }),
});
