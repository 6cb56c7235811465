import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { InWords } from '../../ui/words.tsx';

const PROSE = {
  random: `Ratings are held out at random. The parts are similar, so the error is stable, and most published figures use this
    split. But a rating from 2005 may be predicted by a model that has seen the same user’s ratings from 2010. This is fine to
    compare how well models fit. For future ratings, the error is too optimistic.`,
  'leave-last': `Everybody’s last ratings are held out. A user is then predicted only from their own past, and users with few
    ratings count as much as those with thousands. The model still knows later ratings of other users. So it may know that a
    movie is popular before this user could know it.`,
  'time-cut': `All ratings are sorted by time and cut. The model is trained on the past and measured on the future, as for a
    model in use. But many users and movies of the future are new, and a factor model knows nothing about them. Errors are
    larger, and more realistic.`,
  files: `The authors of the data chose the test ratings, and published figures use them. The test part is that file. If there
    is no validation file, a share of the training file is drawn with the seed.`,
  none: `Nothing is held out. Once good settings are found, all ratings can be used for training. First train
    with a validation part, and note the epoch with the lowest validation error. Then train the final model on everything for the
    same number of epochs. Its error cannot be measured; expect it to be slightly lower.`,
} as const;

export function ExplainSplit() {
  const { split } = useNotebookState(selectConfiguration);
  return (
    <InWords>
      <p>
        A model can memorise the ratings it was trained on, so some are held out: the validation part, and if you want one a test
        part. The validation part is measured after every epoch: it shows when to stop and which settings are better. If many
        choices are made with it, the model overfits it too. The test part is measured once, at the end, with the weights that are
        then in use.
      </p>
      <p>{PROSE[split]}</p>
      <p>
        The error on the validation part is only fair as long as nothing was chosen by it: neither a setting, nor when to stop,
        nor which epoch to keep. If you choose by it, add a test part.
      </p>
    </InWords>
  );
}
