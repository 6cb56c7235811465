import { useId, useState } from 'react';
import { toStars } from '../../../core/target.ts';
import type { RowStep } from '../../../models/inspection.ts';
import { plainName } from '../../../models/plain-name.ts';
import { Formula } from '../../../ui/Formula.tsx';
import { formatCount, formatQuantity, formatStars } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Table, type TableRow } from '../../../ui/Table.tsx';
import { TableSwitch } from '../../../ui/TableSwitch.tsx';
import { useSay } from '../../../ui/words.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import type { InspectedStep, Inspection } from './contract.ts';
import styles from './FollowRating.module.css';
import { numberText } from './number-text.ts';
import { Strip } from './Strip.tsx';
import { gradientTex, updateTex, type WorkedNumber } from './step-tex.ts';
import { unshown } from './unshown.ts';

interface LastStepProps {
  readonly inspection: Inspection;
  readonly step: InspectedStep;
}

/** What the last step did to the rows of the watched user and movie, one number of them worked out. */
export function LastStep({ inspection, step }: LastStepProps) {
  const id = useId();
  const [table, setTable] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const [asTable, setAsTable] = useState(false);
  const say = useSay();
  const row = step.rows.find((one) => one.table === table) ?? step.rows[0];
  if (!row) return null;
  const width = row.before.length;
  const d = Math.min(chosen ?? steepest(row), width - 1);
  return (
    <figure className={styles.way}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>Step {formatCount(step.steps)}, worked out</span>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      <Muted>{batchWords(inspection, step)}</Muted>
      <Examples inspection={inspection} step={step} />
      <div className={styles.pair}>
        <label htmlFor={`${id}-table`}>Numbers of</label>
        <label htmlFor={`${id}-number`}>
          Number {d + 1} of {width}
        </label>
        <select id={`${id}-table`} className={styles.field} value={row.table} onChange={({ target }) => setTable(target.value)}>
          {step.rows.map((one) => (
            <option key={one.table} value={one.table}>
              {say(plainName(one.table))}
            </option>
          ))}
        </select>
        <input
          id={`${id}-number`}
          className={styles.range}
          type="range"
          min={1}
          max={width}
          value={d + 1}
          disabled={width === 1}
          onChange={({ target }) => setChosen(Number(target.value) - 1)}
        />
      </div>
      {asTable ? <RowTable row={row} /> : <RowStrips row={row} d={d} onMark={setChosen} />}
      <Worked number={{ step, row, d, own: ownOf(inspection, step, row, d) }} />
      <NotShown inspection={inspection} step={step} />
    </figure>
  );
}

function batchWords({ rating }: Inspection, { batch, learningRate, examples, optimizer, momentum, list }: InspectedStep): string {
  const ofUser = examples.filter(({ userId }) => userId === rating.userId).length;
  const ofMovie = examples.filter(({ movieId }) => movieId === rating.movieId).length;
  const head = `A batch of ${formatQuantity(batch, 'rating')}, learning rate ${numberText(learningRate)}.`;
  if (list) {
    const held = `It held ${formatQuantity(ofUser, 'rating')} of user ${rating.userId} and ${formatQuantity(ofMovie, 'rating')} of ${rating.title}`;
    return `${head} ${held}; the list compared ${formatQuantity(list.movies, 'movie')} for ${formatQuantity(list.users, 'user')}, ${list.hasUser ? 'this one' : 'not this one'} among them.`;
  }
  if (examples.length === 0)
    return `${head} No rating is of this user or this movie: their gradient is zero, and ${optimizer === 'adam' || (optimizer === 'sgd' && momentum > 0) ? 'only momentum changes them' : 'they do not change'}.`;
  return `${head} It held ${formatQuantity(ofUser, 'rating')} of user ${rating.userId} and ${formatQuantity(ofMovie, 'rating')} of ${rating.title}.`;
}

const SHOWN = 6;
const EXAMPLE_COLUMNS = [
  { title: 'Rating in the batch' },
  { title: 'Predicted', isNumber: true },
  { title: 'Rated', isNumber: true },
  { title: 'e', isNumber: true },
];

function Examples({ inspection: { rating, target }, step }: LastStepProps) {
  const isOwn = (one: InspectedStep['examples'][number]) => one.userId === rating.userId && one.movieId === rating.movieId;
  const sorted = step.examples.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  if (sorted.length === 0) return null;
  const rows: readonly TableRow[] = sorted.slice(0, SHOWN).map((one) => ({
    key: one.position,
    cells: [
      isOwn(one) ? <strong key="own">This rating</strong> : `User ${one.userId}, ${one.title}`,
      formatStars(toStars(one.prediction, target)),
      formatStars(toStars(one.target, target)),
      numberText(one.prediction - one.target),
    ],
  }));
  return (
    <Table
      caption="Ratings in the batch"
      isCaptionHidden
      columns={EXAMPLE_COLUMNS}
      rows={sorted.length > SHOWN ? [...rows, { key: 'more', cells: [`and ${sorted.length - SHOWN} more`] }] : rows}
    />
  );
}

const changeOf = ({ before, after }: RowStep): Float64Array =>
  Float64Array.from(after, (value, d) => value - (before[d] as number));

function RowStrips({ row, d, onMark }: { readonly row: RowStep; readonly d: number; readonly onMark: (d: number) => void }) {
  const lines = [
    { label: 'Before', values: row.before },
    { label: 'Gradient', values: row.gradient },
    ...(row.first ? [{ label: 'm after', values: row.first.after }] : []),
    ...(row.second ? [{ label: 'v after', values: row.second.after }] : []),
    { label: 'Change', values: changeOf(row) },
    { label: 'After', values: row.after },
  ];
  return (
    <div className={styles.rows}>
      {lines.map(({ label, values }) => (
        <div key={label} className={styles.line}>
          <span className={styles.label}>{label}</span>
          <Strip label={label} values={values} marked={d} onMark={onMark} />
        </div>
      ))}
    </div>
  );
}

function RowTable({ row }: { readonly row: RowStep }) {
  const moments = [
    ...(row.first
      ? [
          { label: 'm before', values: row.first.before },
          { label: 'm after', values: row.first.after },
        ]
      : []),
    ...(row.second
      ? [
          { label: 'v before', values: row.second.before },
          { label: 'v after', values: row.second.after },
        ]
      : []),
  ];
  return (
    <ColumnTable
      caption={`${plainName(row.table)} in this step`}
      columns={[
        { label: 'Before', values: row.before },
        { label: 'Gradient', values: row.gradient },
        ...moments,
        { label: 'Change', values: changeOf(row) },
        { label: 'After', values: row.after },
      ]}
    />
  );
}

function Worked({ number }: { readonly number: WorkedNumber }) {
  const lines = updateTex(number);
  return (
    <div>
      <Formula block tex={gradientTex(number)} />
      {lines.map((tex, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are steps in a fixed order
        <Formula key={at} block tex={tex} />
      ))}
      {lines.length === 0 && <Muted>{stillWords(number)}</Muted>}
    </div>
  );
}

/** What of a list has no row of a user, or is not learned from the ratings. */
const LIST_ALONE = ['list_gain', 'list_bias'];

/** Dense layers, features and biases of a time are trained as well, but not by the rows of this user and movie alone. */
function NotShown({ inspection: { view }, step }: LastStepProps) {
  const others = [...unshown(view, step), ...(step.list ? LIST_ALONE : [])];
  if (others.length === 0) return null;
  return (
    <Muted>
      The step also changed these, which are not shown here: {others.map((name) => plainName(name).toLowerCase()).join(', ')}. See
      “Weights and gradients” below.
    </Muted>
  );
}

function stillWords({ row, d }: WorkedNumber): string {
  const [before, after] = [row.before[d] as number, row.after[d] as number];
  if (before === after) return 'It does not change.';
  return `The optimizer changes it from ${numberText(before)} to ${numberText(after)}.`;
}

/** The number whose gradient is greatest: there is most to see. */
function steepest({ gradient, before, after }: RowStep): number {
  const sizes = gradient.some((value) => value !== 0)
    ? gradient
    : Float64Array.from(after, (value, d) => value - (before[d] as number));
  return sizes.reduce((best, value, d) => (Math.abs(value) > Math.abs(sizes[best] as number) ? d : best), 0);
}

/** The watched rating in the batch, with the factor that its error is multiplied by in a dot product of these two tables. */
function ownOf({ rating, view }: Inspection, step: InspectedStep, row: RowStep, d: number): WorkedNumber['own'] {
  const own = step.examples.find(({ userId, movieId }) => userId === rating.userId && movieId === rating.movieId);
  if (!own) return null;
  const dot = view.layers.find(({ node }) => node.kind === 'dot' && node.inputs.includes(row.table))?.node;
  const partner = dot?.kind === 'dot' ? dot.inputs.find((name) => name !== row.table) : undefined;
  const across = step.rows.find(({ table }) => table === partner)?.before[d] ?? null;
  return { position: own.position, error: own.prediction - own.target, across };
}
