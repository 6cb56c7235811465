import { useState } from 'react';
import { type LabErrorData, toErrorData } from '../../../core/errors.ts';
import type { Distribution, TableStatistics } from '../../../models/inspection.ts';
import { plainName } from '../../../models/plain-name.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { TableSwitch } from '../../../ui/TableSwitch.tsx';
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

/** A measurement of all tables, taken on a button. */
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
      <p className={styles.words}>
        The weights of each table, and the gradient of the loss over a sample of what is learned from: where it shrinks to
        nothing, learning has stalled; where it explodes, the learning rate is too high.
      </p>
      <div className={styles.row}>
        <Button disabled={!hasRun || busy} onClick={() => void measure()}>
          {busy ? 'Measuring…' : taken ? 'Measure again' : 'Measure'}
        </Button>
        {!hasRun && <p className={styles.words}>Possible as soon as a run has begun.</p>}
        {taken && taken.moment !== moment && <p className={styles.words}>The run has moved on since.</p>}
      </div>
      {error && <Notice tone="failed" message={error.message} remedy={error.remedy} />}
      {taken && <Report report={taken.report} />}
    </div>
  );
}

function Report({ report: { tables, examples, moment } }: { readonly report: WeightReport }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.tables}>
      <figcaption className={styles.row}>
        <span className={styles.words}>
          {moment === 'now' ? 'Weights as they are' : 'Weights of the last whole epoch'}; gradients of the mean over{' '}
          {formatCount(examples)} ratings.
        </span>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      {asTable ? (
        <ReportTable tables={tables} />
      ) : (
        <ul className={styles.grid}>
          {tables.map((table) => (
            <li key={table.name} className={styles.card}>
              <p className={styles.name}>
                {nameOf(table)} <span className={styles.words}>{sizeOf(table)}</span>
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

function ReportTable({ tables }: { readonly tables: readonly TableStatistics[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label="Weights and gradients of each table" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {['Table', 'Size', 'Weights: mean', 'deviation', 'norm', 'Gradient: mean', 'deviation', 'norm', 'rows read'].map(
              (label, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns have the same name
                <th key={at} scope="col">
                  {label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.name}>
              <th scope="row">{nameOf(table)}</th>
              <td>{sizeOf(table)}</td>
              <Numbers of={table.weights} />
              <Numbers of={table.gradient} />
              <td>{formatCount(table.rowsRead)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Numbers({ of: { mean, deviation, norm } }: { readonly of: Distribution }) {
  return (
    <>
      <td>{numberText(mean)}</td>
      <td>{numberText(deviation)}</td>
      <td>{numberText(norm)}</td>
    </>
  );
}

const isEmbedding = ({ name }: TableStatistics): boolean => name.endsWith('/embeddings');

/** "User factors", "Dense 1 kernel". */
function nameOf(table: TableStatistics): string {
  const [node = '', part = ''] = table.name.split('/');
  return isEmbedding(table) ? plainName(node) : `${plainName(node)} ${part}`;
}

const sizeOf = ({ rows, columns }: TableStatistics): string => `${formatCount(rows)} × ${formatCount(columns)}`;

const gradientLabel = (table: TableStatistics): string =>
  isEmbedding(table) ? `Gradient of the ${formatCount(table.rowsRead)} rows read` : 'Gradient';
