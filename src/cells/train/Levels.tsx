import type { ReactNode } from 'react';
import { isBaseline } from '../../core/model-name.ts';
import { MODELS } from '../../models/registry.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { classes } from '../../ui/classes.ts';
import { formatRmse } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Table } from '../../ui/Table.tsx';
import { InWords } from '../../ui/words.tsx';
import styles from './Levels.module.css';
import { type Level, levelsOf } from './levels.ts';

const selectTraining = ({ training }: NotebookState) => training;

/** In place of curves, which a model without steps does not have: its error beside those of others. */
export function Levels() {
  const { start, epochs } = useNotebookState(selectTraining);
  const epoch = epochs.at(-1);
  if (!start || !epoch || !isBaseline(start.configuration.model))
    return <Muted>This model is fitted directly, without a curve. Its error appears here next to others.</Muted>;
  const levels = levelsOf(start, epoch, MODELS[start.configuration.model].label);
  if (levels.length === 0)
    return <Muted>The model was fitted on all ratings: there is no validation part to measure its error.</Muted>;
  const most = levels[0]?.error ?? 1;
  return (
    <figure>
      <Table
        caption="Validation RMSE of this model and others, in stars"
        isHeadHidden
        columns={COLUMNS}
        rows={levels.map((level) => ({ key: level.name, cells: cellsOf(level, most) }))}
        className={styles.levels}
      />
      <Muted as="figcaption">The model was fitted directly, without epochs, so there is no curve.</Muted>
    </figure>
  );
}

const COLUMNS = [{ title: 'Model' }, { title: '' }, { title: 'RMSE', isNumber: true }];

function cellsOf({ name, error, isOwn }: Level, most: number): readonly ReactNode[] {
  const look = isOwn ? styles.own : styles.other;
  return [
    <InWords key="name">
      <span className={look}>{name}</span>
    </InWords>,
    <span key="bar" className={classes(styles.bar, isOwn && styles.ownBar)} style={{ inlineSize: `${(100 * error) / most}%` }} />,
    <span key="error" className={look}>
      {formatRmse(error)}
    </span>,
  ];
}
