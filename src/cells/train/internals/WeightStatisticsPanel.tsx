import { useState } from 'react';
import { type LabErrorData, toErrorData } from '../../../core/errors.ts';
import type { Distribution, TableStatistics } from '../../../models/inspection.ts';
import { plainName } from '../../../models/plain-name.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import { TableSwitch } from '../../../ui/TableSwitch.tsx';
import { useSay } from '../../../ui/words.tsx';
import { Bars } from './Bars.tsx';
import type { WeightReport } from './contract.ts';
import { numberText } from './number-text.ts';
import { selectMoment } from './use-inspection.ts';
import styles from './WeightStatistics.module.css';

const selectHasRun = ({ training }: NotebookState): boolean => (training.start ?? training.inUse) !== null;

interface Measurement {
  readonly report: WeightReport;
  /** When it was taken. */
  readonly moment: string;
}

/** Content of WeightStatistics, fetched when that is opened: a measurement of all weights, taken on a button. */
export function WeightStatisticsPanel() {
  const hasRun = useNotebookState(selectHasRun);
  const moment = useNotebookState(selectMoment);
  const { measureWeights } = useActions();
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<Measurement | null>(null);
  const [error, setError] = useState<LabErrorData | null>(null);
  const measure = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setTaken({ report: await measureWeights(), moment });
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
    setBusy(false);
  };
  return (
    <div className={styles.tables}>
      <Muted>
        The weights of each table, and the gradient of the loss over a sample of the training part. If the gradient vanishes,
        learning has stalled. If it explodes, the learning rate is too high.
      </Muted>
      <div className={styles.row}>
        <Button disabled={!hasRun || busy} onClick={() => void measure()}>
          {busy ? 'Measuring…' : taken ? 'Measure again' : 'Measure'}
        </Button>
        {!hasRun && <Muted>Available once a run has started.</Muted>}
        {taken && taken.moment !== moment && <Muted>The run has continued since.</Muted>}
      </div>
      {error && <Notice tone="failed" message={error.message} remedy={error.remedy} />}
      {taken && <Report report={taken.report} />}
    </div>
  );
}

function Report({ report: { tables, examples, listUsers, moment } }: { readonly report: WeightReport }) {
  const [asTable, setAsTable] = useState(false);
  const say = useSay();
  return (
    <figure className={styles.tables}>
      <figcaption className={styles.row}>
        <Muted as="span">
          {moment === 'now' ? 'Current weights' : 'Weights of the last complete epoch'}; gradients of the mean over{' '}
          {formatCount(examples)} ratings{listUsers > 0 && ` and the lists of ${formatCount(listUsers)} users`}.
        </Muted>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      {asTable ? (
        <ReportTable tables={tables} />
      ) : (
        <ul className={styles.grid}>
          {tables.map((table) => (
            <li key={table.name} className={styles.card}>
              <p className={styles.name}>
                {say(nameOf(table))} <Muted as="span">{sizeOf(table)}</Muted>
              </p>
              <Bars label="Weights" of={table.weights} />
              <Bars label={gradientLabel(table)} of={table.gradient} />
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

const STATISTICS = ['Weights: mean', 'deviation', 'norm', 'Gradient: mean', 'deviation', 'norm', 'rows read'];
const COLUMNS = [{ title: 'Table' }, { title: 'Size' }, ...STATISTICS.map((title) => ({ title, isNumber: true }))];

function ReportTable({ tables }: { readonly tables: readonly TableStatistics[] }) {
  const caption = 'Weights and gradients of each table';
  const say = useSay();
  return (
    <TableFrame label={caption}>
      <Table
        caption={caption}
        isCaptionHidden
        columns={COLUMNS}
        rows={tables.map((table) => ({
          key: table.name,
          cells: [
            say(nameOf(table)),
            sizeOf(table),
            ...numbersOf(table.weights),
            ...numbersOf(table.gradient),
            formatCount(table.rowsRead),
          ],
        }))}
        className={styles.table}
      />
    </TableFrame>
  );
}

const numbersOf = ({ mean, deviation, norm }: Distribution): readonly string[] => [mean, deviation, norm].map(numberText);

const isEmbedding = ({ name }: TableStatistics): boolean => name.endsWith('/embeddings');

/** "User factors", "Dense 1 kernel". */
function nameOf(table: TableStatistics): string {
  const [node = '', part = ''] = table.name.split('/');
  return isEmbedding(table) ? plainName(node) : `${plainName(node)} ${part}`;
}

const sizeOf = ({ rows, columns }: TableStatistics): string => `${formatCount(rows)} × ${formatCount(columns)}`;

const gradientLabel = (table: TableStatistics): string =>
  isEmbedding(table) ? `Gradient of the ${formatCount(table.rowsRead)} rows read` : 'Gradient';
