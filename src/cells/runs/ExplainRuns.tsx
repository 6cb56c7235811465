import { bestEpochOf } from '../../core/run-figures.ts';
import { runLabel } from '../../core/run-record.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { InWords } from '../../ui/words.tsx';
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
        so the error moves without any setting being better. How far it moves, you see by training the same settings with some
        seeds: a difference that is not clearly larger than that tells nothing.
      </p>
      <p>
        The lowest of many errors is partly luck. Who tries many settings and takes the best finds a validation error that is a
        little too low for what comes later. A test part that no decision was made by tells how much.
      </p>
      <p>
        The newest 500 runs stay listed in this browser. Weights are kept of the latest three, of the baseline, and of the best
        run on each data set and split. The best has the lowest RMSE if it aims at stars, and the highest NDCG if it aims at a
        list. Weights of other runs are let go, while their settings and figures stay. Times can be compared on one machine only.
      </p>
      <p>
        A scatter shows how two numbers go together, and parallel coordinates show many at once: each axis is a column, each line
        a run. A run has a colour in all of them while its curve is drawn; all other runs are grey. A range on an axis filters the
        table.
      </p>
    </InWords>
  );
}
