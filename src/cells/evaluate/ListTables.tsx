import type { ReactNode } from 'react';
import type { Estimate } from '../../core/evaluate/bootstrap.ts';
import type { BaselineFigures, Evaluation, ModelFigures } from '../../core/evaluate/evaluation.ts';
import { ACCURACY_NAMES, type MetricName, STAR_NAMES, TRAIT_NAMES } from '../../core/evaluate/metric-name.ts';
import { popularNdcg } from '../../core/evaluate/popular-ndcg.ts';
import type { ModelName } from '../../core/model-name.ts';
import { MODELS } from '../../models/registry.ts';
import { formatCount } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Table } from '../../ui/Table.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { useSay } from '../../ui/words.tsx';
import styles from './EvaluateCell.module.css';
import { METRICS } from './metric-words.ts';

interface ListTablesProps {
  readonly evaluation: Evaluation;
}

const OF_LISTS: readonly MetricName[] = [...ACCURACY_NAMES, 'auc'];
const OF_FIVE: readonly MetricName[] = ['shown', ...TRAIT_NAMES];

/** The model beside the baselines: how well lists hit, what they are like, and how far off the stars are. */
export function ListTables({ evaluation }: ListTablesProps) {
  const { own, k } = evaluation;
  const popular = popularNdcg(evaluation);
  return (
    <>
      {own.lists && (
        <>
          <MetricTable
            title={`Accuracy of the lists, first ${k} places`}
            evaluation={evaluation}
            names={OF_LISTS}
            first={{
              title: '× popular',
              of: ({ lists, isOrdered, popularHere }) =>
                popular && isOrdered ? ratio(lists?.ndcg, popularHere ?? popular) : '–',
            }}
          />
          <MetricTable title="Properties of the five movies" evaluation={evaluation} names={OF_FIVE} />
        </>
      )}
      <MetricTable title="Error in stars" evaluation={evaluation} names={STAR_NAMES} />
      <WhoseStars evaluation={evaluation} />
      <Problems evaluation={evaluation} />
    </>
  );
}

interface MetricTableProps {
  readonly title: string;
  readonly evaluation: Evaluation;
  readonly names: readonly MetricName[];
  readonly first?: { readonly title: string; of(figures: ModelFigures): ReactNode };
}

function MetricTable({ title: plainTitle, evaluation: { own, baselines, k }, names, first }: MetricTableProps) {
  const title = useSay()(plainTitle);
  const rows = [own, ...baselines.filter(isMeasured)];
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      <TableFrame label={title} className={styles.frame}>
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { title: 'Model' },
            ...(first ? [{ title: first.title, isNumber: true }] : []),
            ...names.map((name) => ({ title: METRICS[name].label(k), isNumber: true })),
          ]}
          rows={rows.map((figures, at) => ({
            key: figures.model,
            cells: [
              <span key="model" className={at === 0 ? styles.own : undefined}>
                {MODELS[figures.model].label}
                {at === 0 && <span className={styles.small}>this run</span>}
              </span>,
              ...(first ? [<strong key="first">{first.of(figures)}</strong>] : []),
              ...names.map((name) => <Value key={name} name={name} figures={figures} />),
            ],
          }))}
          className={styles.table}
        />
      </TableFrame>
    </section>
  );
}

const isMeasured = (baseline: BaselineFigures): baseline is Extract<BaselineFigures, { problem: null }> =>
  baseline.problem === null;

function ratio(ndcg: Estimate | null | undefined, popular: number): string {
  return ndcg ? (ndcg.value / popular).toFixed(2) : '–';
}

interface ValueProps {
  readonly name: MetricName;
  readonly figures: ModelFigures;
}

function Value({ name, figures: { lists, stars, isOrdered } }: ValueProps) {
  const all: Partial<Record<MetricName, Estimate | null>> = { ...(isOrdered ? lists : null), ...stars };
  const estimate = all[name];
  if (!estimate) return '–';
  const { digits } = METRICS[name];
  const write = (value: number): string => (digits === 0 ? formatCount(value) : withMinus(value.toFixed(digits)));
  const { value, low, high } = estimate;
  return (
    <>
      {write(value)}
      {low !== null && high !== null && (
        <span className={styles.small}>
          {write(low)}
          {low < 0 ? ' to ' : '–'}
          {write(high)}
        </span>
      )}
    </>
  );
}

/** "−0.5", and "0.0" for what is nothing once it is rounded. */
const withMinus = (text: string): string => text.replace('-', Number(text) === 0 ? '' : '−');

const STARS_OF: Partial<Record<ModelName, string>> = {
  ease: 'EASE only ranks: its predicted stars, and so their errors, are those of Bias only.',
  popular: 'Most popular predicts the mean rating of each movie.',
};

/** Whose stars they are that a model predicts only beside its list. */
function WhoseStars({ evaluation: { own, baselines } }: ListTablesProps) {
  const words = [own, ...baselines.filter(isMeasured)].flatMap(({ model, stars }) => (stars && STARS_OF[model]) ?? []);
  return words.length > 0 ? <Muted>{words.join(' ')}</Muted> : null;
}

/** What could not be fitted, whose lists are not those of everybody, and what has no order. */
function Problems({ evaluation: { baselines, users } }: ListTablesProps) {
  const words = baselines.flatMap((baseline) => {
    const { label } = MODELS[baseline.model];
    if (baseline.problem !== null) return [`${label} is missing: ${baseline.problem}`];
    if (baseline.lists && !baseline.isOrdered) return [`${label} gives every movie the same score, so it has no list.`];
    return baseline.listed < users
      ? [
          `${label} is slow to score: its figures are of the lists of ${baseline.listed} users, drawn with the seed. “× popular” compares them with the most popular movies for the same users.`,
        ]
      : [];
  });
  return words.length > 0 ? <Muted>{words.join(' ')}</Muted> : null;
}
