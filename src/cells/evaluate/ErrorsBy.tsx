import { useState } from 'react';
import type { ErrorGroup, ErrorGroups } from '../../core/evaluate/error-groups.ts';
import { formatCount, formatRmse } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Table } from '../../ui/Table.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { useSay } from '../../ui/words.tsx';
import styles from './EvaluateCell.module.css';

interface ErrorsByProps {
  readonly groups: ErrorGroups;
}

const BY = [
  { value: 'popularity', label: 'Popularity', of: 'Training ratings of the movie' },
  { value: 'activity', label: 'Activity', of: 'Training ratings of the user' },
  { value: 'genre', label: 'Genre', of: 'Genre' },
  { value: 'stars', label: 'True rating', of: 'Stars given' },
  { value: 'coldStart', label: 'Cold start', of: 'In training' },
] as const;

/** Where the model errs: the error of held-out ratings that have something in common, as bars with their numbers. */
export function ErrorsBy({ groups }: ErrorsByProps) {
  const [by, setBy] = useState<keyof ErrorGroups>('popularity');
  const chosen = BY.find(({ value }) => value === by) ?? BY[0];
  const say = useSay();
  const rows = groups[chosen.value].map((group) => (by === 'coldStart' ? { ...group, label: say(group.label) } : group));
  const most = Math.max(...rows.map(({ rmse }) => rmse));
  return (
    <figure className={styles.errors}>
      <Segmented
        label="Error in stars by"
        help={by === 'genre' ? 'A rating counts for each genre of its movie.' : 'Predictions of the measured part, in groups.'}
        defaultText="Popularity"
        changed={by !== 'popularity'}
        options={BY}
        value={by}
        onChange={(to) => setBy(to as keyof ErrorGroups)}
      />
      <TableFrame label={`Error by ${chosen.label.toLowerCase()}`} className={styles.frame}>
        <Table
          caption={`Error by ${chosen.label.toLowerCase()}`}
          isCaptionHidden
          columns={[
            { title: chosen.of },
            { title: 'RMSE', isNumber: true },
            { title: '' },
            { title: 'Too high by', isNumber: true },
            { title: 'Ratings', isNumber: true },
          ]}
          rows={rows.map((group) => ({ key: group.label, cells: cellsOf(group, most) }))}
          className={styles.bars}
        />
      </TableFrame>
      <Muted as="figcaption">“Too high by” is the mean of prediction minus true rating. Below 0, predictions are too low.</Muted>
    </figure>
  );
}

const cellsOf = ({ label, ratings, rmse, bias }: ErrorGroup, most: number) => [
  label,
  formatRmse(rmse),
  <span key="bar" className={styles.bar} style={{ inlineSize: `${most > 0 ? (100 * rmse) / most : 0}%` }} />,
  signed(bias),
  formatCount(ratings),
];

/** "+0.12", "−0.03". */
const signed = (value: number): string => `${value <= -0.005 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
