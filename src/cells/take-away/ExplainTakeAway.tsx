import { formatBytes } from '../../core/transfer.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';

const selectInUse = ({ training }: NotebookState) => training.inUse;

export function ExplainTakeAway() {
  const inUse = useNotebookState(selectInUse);
  return (
    <InWords>
      <p>
        A file of weights holds every trained number as 32 bits, and the raw ids of the users and movies that the rows of its
        tables belong to. So its size follows from the model and the data:
      </p>
      <Formula block tex="\text{bytes} \approx 4 \, (P + |U| + |I|)" />
      <Symbols
        rows={[
          { tex: 'P', meaning: 'trained numbers', value: inUse ? formatCount(inUse.parameters) : '–' },
          { tex: '|U|', meaning: 'users', value: inUse ? formatCount(inUse.data.users) : '–' },
          { tex: '|I|', meaning: 'movies', value: inUse ? formatCount(inUse.data.movies) : '–' },
          {
            tex: '\\text{bytes}',
            meaning: 'the size of the file',
            value: inUse ? formatBytes(4 * (inUse.parameters + inUse.data.users + inUse.data.movies)) : '–',
          },
        ]}
      />
      <p>
        An experiment holds more: the two moments of each number, by which the optimizer chooses its steps, and the curves. With
        the moments a run can continue; with weights alone a model can only predict.
      </p>
      <p>
        The notebook holds out the same ratings as the page, because it draws them by the same generator from the same seed. So it
        does the weights that training starts from and the order of the ratings. Dropout, pairs and samples are drawn by Keras and
        NumPy, so errors differ a little with them.
      </p>
      <p>
        When a file comes back, its rows are matched by id with the loaded ratings. Users and movies that the file does not have
        get rows of zeros, as all have that no training rating is of. The errors shown are those on the ratings held out here. If
        the model has learned from them elsewhere, they are too low.
      </p>
      <p>Text that a spreadsheet would take for a formula gets an apostrophe in front of it in CSV files.</p>
    </InWords>
  );
}
