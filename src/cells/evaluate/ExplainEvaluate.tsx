import { Fragment } from 'react';
import type { MetricName } from '../../core/evaluate/metric-name.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';
import styles from './ExplainEvaluate.module.css';
import { INTERVAL_WORDS, METRICS } from './metric-words.ts';
import { selectEvaluate, selectThreshold } from './selectors.ts';

export function ExplainEvaluate() {
  const { k, result } = useNotebookState(selectEvaluate);
  const threshold = useNotebookState(selectThreshold);
  const { minRatings } = useNotebookState(selectConfiguration);
  const evaluation = result?.evaluation;
  return (
    <InWords>
      <p>
        A model with a low error in stars may still make poor lists. It learns from existing ratings, and people rate what they
        chose to see. A list must choose among all other movies. So lists are measured directly: do they contain held-out movies
        that the user liked? They have to beat the most popular movies, which need no model.
      </p>
      <p>
        For every user, all movies of the training part are ranked, except those that the user rated there. There is no sampling
        of negatives, which would make the task easier. {INTERVAL_WORDS} Lists are compared with the most popular movies by the
        interval of the difference in NDCG, over the same users. Above 0 the lists are better, below 0 worse. Otherwise the
        difference may be chance.
      </p>
      <Symbols
        rows={[
          { tex: 'k', meaning: 'measured places of a list', value: String(k) },
          {
            tex: 'r \\ge t',
            meaning: 'a rating of a relevant movie, in the measured part',
            value: threshold === null ? '–' : String(threshold),
          },
          { tex: 'n', meaning: 'users with a relevant movie', value: evaluation ? formatCount(evaluation.judged) : '–' },
          { tex: '|I|', meaning: 'movies of the training part', value: evaluation ? formatCount(evaluation.catalogue) : '–' },
          { tex: 'n_i \\ge m', meaning: 'training ratings of a movie that is recommended', value: String(minRatings) },
          {
            tex: 'R',
            meaning: 'the relevant movies of a user, on average',
            value: evaluation && evaluation.judged > 0 ? (evaluation.relevant / evaluation.judged).toFixed(1) : '–',
          },
          { tex: 'H', meaning: 'the places of a list with a relevant movie', value: '–' },
          { tex: 'C', meaning: 'the movies that the user has not rated in training', value: '–' },
          { tex: 'c_i', meaning: 'how many users get the movie in their five', value: '–' },
        ]}
      />
      <dl className={styles.metrics}>
        {(Object.keys(METRICS) as MetricName[]).map((name) => {
          const { label, meaning, tex, source } = METRICS[name];
          return (
            <Fragment key={name}>
              <dt>{label(k)}</dt>
              <dd>
                <p>
                  {meaning}
                  {source && ` (${source})`}
                </p>
                <Formula block tex={tex} />
              </dd>
            </Fragment>
          );
        })}
      </dl>
      <p>
        Accuracy is averaged over users with a relevant movie, properties of lists over all users. Coverage and Gini describe all
        lists together. They have no interval: bootstrap samples repeat users, so they always cover less. Calibration compares the
        mean given rating with the mean prediction, in ten equal parts of the scale.
      </p>
      <p>
        A model trained by Gibbs sampling also says how sure it is. Half of all ratings should be within its 50 % intervals and
        nine of ten within its 90 % intervals. The width of an interval follows from how much the samples differ and from the
        noise of single ratings. That tastes change with time is no part of it, so with a cut in time the intervals are often too
        narrow.
      </p>
      <h3 className={styles.title}>Three splits</h3>
      <p>
        The split decides what a figure means. With a random share, the model has seen ratings that are newer than those it is
        tested on, such as the same user’s rating of the sequel. This is data leakage (Ji, Sun, Zhang and Li 2023, “A Critical
        Study on Data Leakage in Recommender System Offline Evaluation”). Holding out everybody’s last ratings hides a user’s own
        future, but not that of others. Only a cut in time hides everything that came later, as for a model in use. Later users
        and movies are then new to it. The order of models may change with the split (Meng, McCreadie, Macdonald and Ounis 2020,
        “Exploring Data Splitting Strategies for the Evaluation of Recommendation Models”), so compare figures only under the same
        split.
      </p>
      <p>
        The three runs have the same settings and seed and differ only in the split. A random share holds out ratings of all users
        equally; a cut in time holds out many ratings of few users. NDCG depends on this number, also for the most popular movies.
        So lists are compared by their ratio to the most popular movies.
      </p>
    </InWords>
  );
}
