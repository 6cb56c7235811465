import { bestEpochOf } from '../../core/run-figures.ts';
import { runLabel } from '../../core/run-record.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { Formula } from '../../ui/Formula.tsx';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';
import { recordOfId, selectRuns } from './selectors.ts';

export function ExplainRuns() {
  const { records, baseline: id } = useNotebookState(selectRuns);
  const baseline = recordOfId(records, id);
  const best = baseline && bestEpochOf(baseline);
  return (
    <InWords>
      <p>
        Both figures of a run are from its epoch with the lowest validation error. One is the RMSE on held-out ratings. The other
        is the NDCG@10 of the lists of some users, which the seed draws. A run whose loss is not in stars has no RMSE, but its
        NDCG can be compared with that of others.
        {baseline && best && ` Of ${runLabel(baseline)}, the baseline, that is epoch ${best.epoch}.`}
      </p>
      <p>
        Compare runs on the same data, with the same split and the same seed only. Other data or another split means other
        held-out ratings, which may be harder or easier. Another seed draws other ratings, other first numbers and another order,
        so the error moves without any setting being better.
      </p>
      <p>
        How far it moves, you see by repeating the same settings, with several seeds or on several folds. Then their row shows the
        mean and its 95 % interval by Student’s t. Repeats are compared pair by pair, each with the one of the same seed or fold.
        They are called better or worse only where the interval of these differences leaves out zero.
      </p>
      <Formula block tex="\bar{d} \pm t_{n-1} \sqrt{\left(\frac{1}{n} + \frac{n_2}{n_1}\right) s^2}" />
      <Symbols
        rows={[
          { tex: '\\bar{d}', meaning: 'the mean of the differences, or of the figures of one row', value: '–' },
          { tex: 'n', meaning: 'pairs, or runs', value: '–' },
          { tex: 's^2', meaning: 'their variance', value: '–' },
          {
            tex: 'n_2 / n_1',
            meaning: 'held-out ratings over training ratings; 0 where every seed holds out the same',
            value: '–',
          },
        ]}
      />
      <p>
        The second term corrects for training parts that overlap (Nadeau and Bengio 2003, “Inference for the Generalization
        Error”). For folds no estimate of the variance is free of bias (Bengio and Grandvalet 2004), so there the interval is only
        a guide.
      </p>
      <p>
        In a duel both sides train for the same seconds. An epoch counts if it ended within the time. A fast model gets more
        epochs than a slow one, which is the point: settings that cost more time have to earn it.
      </p>
      <p>
        The lowest of many errors is partly luck. Who tries many settings and takes the best finds a validation error that is a
        little too low for what comes later. A test part that no decision was made by tells how much. It is looked at when a run
        ends with a test error, which counts once for each run; measuring its lists on the test part in the Evaluate cell is the
        same look. Repeats and duels do not look at it. Runs that you delete are no longer counted.
      </p>
      <p>
        At most 500 runs stay listed in this browser: of more, those from files go first, then the oldest. Weights are kept of the
        latest three, of the baseline, and of the best run on each data set and split. The best has the lowest RMSE if it aims at
        stars, and the highest NDCG if it aims at a list. Weights of other runs are let go, while their settings and figures stay.
        Times can be compared on one machine only.
      </p>
      <p>
        A scatter shows how two numbers go together, and parallel coordinates show many at once: each axis is a column, each line
        a run. A run has a colour in all of them while its curve is drawn; all other runs are grey. A range on an axis filters the
        table.
      </p>
    </InWords>
  );
}
