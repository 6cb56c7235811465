import { isBaseline } from '../../core/model-name.ts';
import { modelWords } from '../../core/model-words.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectMeasureInUse } from '../../state/selectors.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { later } from '../../ui/later.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { runProvenance, withElapsed } from '../provenance.ts';
import type { Recommendation } from './contract.ts';
import { Favourites } from './Favourites.tsx';
import { hasIntervals, orderNote, scoreName } from './order-note.ts';
import styles from './RecommendCell.module.css';
import { selectInUse } from './selectors.ts';
import { TakeAwayLink } from './TakeAwayLink.tsx';
import { Tickets } from './Tickets.tsx';
import { userNote } from './user-note.ts';

const BesideChoice = later(async () => (await import('./beside/BesideChoice.tsx')).BesideChoice);
const WhatIfRatings = later(async () => (await import('./you/WhatIfRatings.tsx')).WhatIfRatings);

const selectCareful = ({ recommend }: NotebookState) => recommend.choices.careful === 'yes';

interface RecommendedProps {
  readonly result: Recommendation;
}

/** The movies, beside what the user rated highest, and the model that they come from. */
export function Recommended({ result }: RecommendedProps) {
  const inUse = useNotebookState(selectInUse);
  const isCareful = useNotebookState(selectCareful);
  const measure = useNotebookState(selectMeasureInUse);
  return (
    <>
      <div className={styles.output}>
        <Tickets
          result={result}
          measure={measure}
          model={inUse && `Recommended by run ${inUse.number}: ${modelWords(inUse.configuration)}.`}
          order={inUse && orderNote(inUse.configuration, isCareful && hasIntervals(result))}
          score={inUse && scoreName(inUse.configuration)}
          note={inUse && userNote(result, inUse.configuration)}
          canExplain={inUse !== null && !isBaseline(inUse.configuration.model)}
        />
        <Favourites result={result} measure={measure} steered={(inUse?.configuration.patience ?? 0) > 0} />
      </div>
      <Disclosure title="What if the user had rated otherwise?">
        <WhatIfRatings key={result.userId} result={result} />
      </Disclosure>
      {inUse && <BesideChoice result={result} inUse={inUse} />}
      {inUse && (
        <>
          <Provenance parts={withElapsed(runProvenance(inUse), result.milliseconds / 1000)} />
          <TakeAwayLink />
        </>
      )}
    </>
  );
}
