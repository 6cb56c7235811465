import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { InWords } from '../../ui/words.tsx';

const PROSE = {
  random: `Any rating may be held out. The parts look alike, so the measure is steady, and most published figures are measured this
    way. But a rating from 2005 may be predicted by a model that has seen the same user’s taste of 2010. Where one asks how well a
    model fits, that is fine; where one asks how well it will do tomorrow, it flatters.`,
  'leave-last': `Everybody’s last ratings are held out. A user is then predicted from nothing but their own past, and users with
    few ratings count as much as those with thousands. What other people did later is still known: the model may have learned from
    others that a movie is loved before this user could have heard of it.`,
  'time-cut': `All ratings are put in order of time and cut. What is trained on is the past for everybody, what is measured on is
    the future: just so a model meets the world once it is in use. The price is that many users and movies of the future are new,
    and of those a model of factors knows nothing. Errors are larger, and truer.`,
  files: `Whoever published the data has said which ratings are to test on, and figures that others report are of those. The test part is
    their file. Where there is no file to validate on, a share of the training file is drawn for that by the seed.`,
  none: `Nothing is hidden. What was held out to find good settings is worth learning from too, once they are found: so train with a part held
    out first, see after how many epochs the validation error is lowest, and train the model that you keep on everything for as many.
    How good it is cannot be measured then; expect a little better than before.`,
} as const;

export function ExplainSplit() {
  const { split } = useNotebookState(selectConfiguration);
  return (
    <InWords>
      <p>
        A model that is asked about ratings it was trained on can answer by heart. So some are hidden from it. The validation part
        is looked at after every epoch: it says when to stop and which settings are better. Whoever chooses by it long enough fits
        it too, without noticing. The test part is for the end: it is measured once, with the weights that are then in use.
      </p>
      <p>{PROSE[split]}</p>
      <p>
        Without a test part, the validation part can stand in for it as long as nothing was decided by it: neither when to stop
        nor which epoch’s weights to keep.
      </p>
    </InWords>
  );
}
