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
        A model that is good at stars need not make good lists. It learns from ratings that exist, and people rate what they chose
        to see; the list has to pick among all that they did not choose. So a list is judged by itself: does it name the movies
        that were held out and liked? What it has to beat is showing everybody the most popular movies, which takes no model.
      </p>
      <p>
        Every movie of the training part is ranked for every user, without those that the user rated there; no sample of negatives
        makes it easier. {INTERVAL_WORDS} Whether lists are better than the most popular is told by the interval of the difference
        in NDCG, of the same users: above 0 they are better, below 0 worse, else it may be chance.
      </p>
      <Symbols
        rows={[
          { tex: 'k', meaning: 'places of a list that are judged', value: String(k) },
          {
            tex: 'r \\ge t',
            meaning: 'a held-out rating of a relevant movie',
            value: threshold === null ? '–' : String(threshold),
          },
          { tex: 'n', meaning: 'users who get a list', value: evaluation ? formatCount(evaluation.users) : '–' },
          { tex: '|I|', meaning: 'movies of the training part', value: evaluation ? formatCount(evaluation.catalogue) : '–' },
          { tex: 'n_i \\ge m', meaning: 'training ratings of a movie that is recommended', value: String(minRatings) },
          {
            tex: 'R',
            meaning: 'the relevant movies of a user; on average',
            value: evaluation && evaluation.judged > 0 ? (evaluation.relevant / evaluation.judged).toFixed(1) : '–',
          },
          { tex: 'H', meaning: 'the places of a list at which a relevant movie stands', value: '–' },
          { tex: 'C', meaning: 'the movies that the user has not rated in training', value: '–' },
          { tex: 'c_i', meaning: 'in how many users’ five a movie stands', value: '–' },
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
        Means are over users with a relevant movie; what describes lists is over everybody. Coverage and Gini are of the set of
        all lists and have no interval: drawn users repeat each other, so that a resample always covers less. Calibration is the
        mean rating given beside the mean predicted, in ten equal stretches of the scale.
      </p>
      <h3 className={styles.title}>Three splits</h3>
      <p>
        Which ratings are held out decides what a figure means. Under a random share the model has seen ratings that were given
        after those it is tested on, such as what the same user thought of the sequel: data leakage (Ji, Sun, Zhang and Li 2023,
        “A Critical Study on Data Leakage in Recommender System Offline Evaluation”). Without everybody’s last ratings a user’s
        own future is unknown, that of others is not. Only a cut in time leaves out all that came later, as it is for a model in
        use; users and movies that came later are new to it then. The order of models may change with the split (Meng, McCreadie,
        Macdonald and Ounis 2020, “Exploring Data Splitting Strategies for the Evaluation of Recommendation Models”), so figures
        are to be compared under the same one only.
      </p>
      <p>
        The three runs have the same settings and seed and differ in nothing but the split. A random share is held out everywhere
        alike, while after a cut few users have many held-out ratings each; NDCG goes by how many there are, that of the most
        popular movies too. Therefore lists are told by how many times the one is the other.
      </p>
    </InWords>
  );
}
