import { useNotebookState } from '../../state/hooks.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatQuantity } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { selectSettings, selectTrials } from './selectors.ts';

const EPSILON =
  '\\varepsilon^2 = \\frac{S_\\text{all} - S_\\text{within} - (g - 1)\\, S_\\text{within} / (n - g)}{S_\\text{all}}';

export function ExplainSweep() {
  const { settings } = useNotebookState(selectSettings);
  const trials = useNotebookState(selectTrials).size;
  return (
    <InWords>
      <p>
        A grid trains with every combination of the values. Random draws cover more values of each setting with the same number of
        trials, which helps where only some of the settings matter (Bergstra and Bengio, 2012). Quasi-random draws are the Halton
        sequence, moved by the seed: they leave fewer gaps than random draws. The seed is {settings.seed} now.
      </p>
      <p>
        Successive halving (Jamieson and Talwalkar, 2016) first trains all settings for a few epochs. The best quarter continue
        for up to four times the epochs, then the best quarter of these. It saves time, but it can drop settings that learn
        slowly. Hyperband (Li et al., 2018) does so several times and keeps a third, each time with fewer settings that start with
        more epochs. With a constant or an exponential learning rate without a warm-up a trial continues where it stopped. With
        other schedules the rate depends on the number of epochs, so the trial starts again.
      </p>
      <p>
        All trials have the same data, split, seed and engine, so only the settings that vary make a difference. Each trial
        follows from the sweep and from the trials before it. So a sweep that was stopped, or whose page was closed, comes to the
        same numbers when it continues. Small trials are trained side by side, each on one thread. Their weights are not kept:
        take the best settings and train to use them.
      </p>
      <p>
        The figures are from the epoch with the lowest validation error, as in the list of runs. The best of many trials is partly
        luck, so its error is slightly too low. Measure it on a test part, once, after you have chosen.
      </p>
      <p>
        The importance of a setting is the share of the variance that it explains alone. The {formatQuantity(trials, 'trial')}{' '}
        form groups with equal or similar values; S is the sum of squares around the mean of all, or of each group. The last term
        in the numerator is what chance explains with n trials in g groups.
      </p>
      <Formula block tex={EPSILON} />
    </InWords>
  );
}
