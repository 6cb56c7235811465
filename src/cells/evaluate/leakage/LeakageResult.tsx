import type { Estimate } from '../../../core/evaluate/bootstrap.ts';
import { SETTINGS } from '../../../core/hyperparameters.ts';
import { formatSetting } from '../../../core/settings/format.ts';
import { MODELS } from '../../../models/registry.ts';
import { formatCount, formatRmse, formatSeconds } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Provenance } from '../../../ui/Provenance.tsx';
import { Table, type TableRow } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import { useSay } from '../../../ui/words.tsx';
import type { LeakageRow, LeakageState, LeakageTable, SplitFigures } from './contract.ts';
import styles from './Leakage.module.css';
import { rowWords, tableWords, timesPopular } from './words.ts';

type LeakageResultProps = NonNullable<LeakageState['result']>;

/** What the splits mean, then the figures behind it. */
export function LeakageResult({ table, configuration, data }: LeakageResultProps) {
  const { rows, k, threshold, seconds } = table;
  const { model, seed } = configuration;
  const say = useSay();
  const isOver = rows.length === SPLITS;
  const ranks = rows.some((row) => row.problem === null && row.rmse === null);
  return (
    <>
      {isOver && <p className={styles.verdict}>{say(tableWords(table))}</p>}
      <TableFrame label="Three splits">
        <Table
          caption="The same settings under three splits"
          isCaptionHidden
          columns={columnsOf(k)}
          rows={rows.map((row) => rowOf(row, table))}
          className={styles.table}
        />
      </TableFrame>
      {ranks && <Muted>These settings rank movies and predict no stars, so they have no error in stars.</Muted>}
      <Muted>
        Lists are measured with held-out ratings of {threshold} stars or more. Splits hold out different numbers of ratings per
        user, which alone changes NDCG. So compare its ratio to the most popular movies.
      </Muted>
      <Provenance parts={[MODELS[model].label, data.name, `seed ${seed}`, 'validation parts', formatSeconds(seconds)]} />
    </>
  );
}

const SPLITS = 3;

const columnsOf = (k: number) => [
  { title: 'Split' },
  { title: 'Validation', isNumber: true, isSpare: true },
  { title: 'RMSE', isNumber: true },
  { title: 'User + movie bias', isNumber: true, isSpare: true },
  { title: `NDCG@${k}`, isNumber: true },
  { title: 'Most popular', isNumber: true },
  { title: '× popular', isNumber: true },
];

function rowOf(row: LeakageRow, { threshold }: LeakageTable): TableRow {
  return {
    key: row.split,
    cells: [formatSetting(SETTINGS.split, row.split), ...(row.problem === null ? figuresOf(row) : NONE)],
    note: rowWords(row, threshold),
  };
}

const NONE = ['–', '–', '–', '–', '–', '–'];

function figuresOf(figures: SplitFigures): TableRow['cells'] {
  const { heldOut, rmse, biases, ndcg, popular, isOrdered } = figures;
  const times = timesPopular(figures);
  return [
    formatCount(heldOut),
    <Value key="rmse" estimate={rmse} />,
    formatRmse(biases),
    <Value key="ndcg" estimate={isOrdered ? ndcg : null} />,
    <Value key="popular" estimate={popular} />,
    <strong key="times">{times ? times.value.toFixed(2) : '–'}</strong>,
  ];
}

interface ValueProps {
  readonly estimate: Estimate | null;
}

function Value({ estimate }: ValueProps) {
  if (estimate === null) return '–';
  const { value, low, high } = estimate;
  return (
    <>
      {value.toFixed(3)}
      {low !== null && high !== null && (
        <span className={styles.interval}>
          {low.toFixed(3)}–{high.toFixed(3)}
        </span>
      )}
    </>
  );
}
