import { isBusy } from '../../core/cell-machine.ts';
import { SETTINGS } from '../../core/hyperparameters.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import { formatSetting } from '../../core/settings/format.ts';
import { labelOf } from '../../core/settings/words.ts';
import type { SweepPlan } from '../../core/sweep/plan.ts';
import { bestTrial, costOf, scoreOf, secondsOf } from '../../core/sweep/results.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { formatRmse, formatSeconds } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { Table } from '../../ui/Table.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { MEASURE_NAMES } from './course-words.ts';
import styles from './SweepPanel.module.css';
import { selectSweep, selectTrials } from './selectors.ts';

interface SweepResultProps {
  readonly plan: SweepPlan;
}

const SHOWN = 5;

/** The best trials, and a button that takes the settings of the first. */
export function SweepResult({ plan }: SweepResultProps) {
  const { axes, measure, rounds, data, base, seed, method } = plan;
  const records = [...useNotebookState(selectTrials).values()];
  const { run } = useNotebookState(selectSweep);
  const { takeSettingsOf, deleteRuns } = useActions();
  const best = bestTrial(records, measure);
  const shown = records.toSorted((a, b) => compare(costOf(a, measure), costOf(b, measure))).slice(0, SHOWN);
  const columns = [
    { title: 'Run' },
    { title: MEASURE_NAMES[measure], isNumber: true },
    ...axes.map(({ name }) => ({ title: labelOf(name, base), isNumber: true })),
    ...(rounds !== 'full' ? [{ title: 'Epochs', isNumber: true }] : []),
    { title: 'Time', isNumber: true, isSpare: true },
  ];
  const rowOf = (record: RunRecord) => {
    const value = scoreOf(record, measure);
    return {
      key: record.id,
      cells: [
        runLabel(record),
        value === null ? (record.outcome === 'failed' ? 'failed' : '–') : formatRmse(value),
        ...axes.map(({ name }) => formatSetting(SETTINGS[name], record.configuration[name])),
        ...(rounds !== 'full' ? [String(record.configuration.epochs)] : []),
        formatSeconds(secondsOf(record)),
      ],
    };
  };
  return (
    <div className={styles.best}>
      <TableFrame label="Best trials">
        <Table caption="Best trials" isCaptionHidden columns={columns} rows={shown.map(rowOf)} />
      </TableFrame>
      <div className={styles.row}>
        {best && <Button onClick={() => takeSettingsOf(best)}>Take the best settings</Button>}
        <Button look="quiet" icon="cross" disabled={isBusy(run)} onClick={() => void deleteRuns(records.map(({ id }) => id))}>
          Delete these trials
        </Button>
      </div>
      {best && <Muted>The best settings set the controls above; then train. The best of many results is partly luck.</Muted>}
      <Provenance
        parts={[
          data.name,
          'validation part',
          WAYS[method],
          ...(method === 'grid' ? [] : [`draws of seed ${seed}`]),
          `split of seed ${base.seed}`,
        ]}
      />
    </div>
  );
}

const WAYS = { grid: 'a grid', random: 'random draws', 'quasi-random': 'quasi-random draws' } as const;

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
