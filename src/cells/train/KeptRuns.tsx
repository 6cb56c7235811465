import { isBusy } from '../../core/cell-machine.ts';
import { canGoOn, type KeptRun } from '../../core/kept-run.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectCanRestore } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './KeptRuns.module.css';
import { keptWords } from './kept-words.ts';

const selectKept = ({ training }: NotebookState) => training.kept;
const selectRun = ({ training }: NotebookState) => training.run;
const selectIdInUse = ({ training }: NotebookState) => training.inUse?.runId;

/**
 * Runs from earlier visits: the newest is offered until something is trained, then the one in use where it can go on. The others wait
 * behind a disclosure.
 */
export function KeptRuns() {
  const kept = useNotebookState(selectKept);
  const run = useNotebookState(selectRun);
  const idInUse = useNotebookState(selectIdInUse);
  if (isBusy(run)) return null;
  const offered = run.phase === 'ready' ? kept.slice(0, 1) : kept.filter((one) => one.id === idInUse && canGoOn(one));
  const others = kept.filter((one) => !offered.includes(one));
  return (
    <div className={styles.runs}>
      {offered.map((one) => (
        <ResumableRun key={one.id} run={one} />
      ))}
      {others.length > 0 && (
        <Disclosure title="Runs from earlier visits" hint={String(others.length)}>
          <div className={styles.runs}>
            {others.map((one) => (
              <ResumableRun key={one.id} run={one} />
            ))}
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function ResumableRun({ run }: { readonly run: KeptRun }) {
  const canRestore = useNotebookState((state) => selectCanRestore(state, run));
  const isInUse = useNotebookState(selectIdInUse) === run.id;
  const { restoreRun, removeRun } = useActions();
  const goesOn = canGoOn(run);
  return (
    <Notice tone="info" message={keptWords(run, Date.now())} remedy={canRestore ? undefined : wayTo(run.data)}>
      <span className={styles.buttons}>
        {goesOn && (
          <Button look="primary" icon="play" disabled={!canRestore} onClick={() => void restoreRun(run, true)}>
            Resume
          </Button>
        )}
        {!isInUse && (
          <Button disabled={!canRestore} onClick={() => void restoreRun(run, false)}>
            Use its model
          </Button>
        )}
        <Button look="quiet" onClick={() => void removeRun(run)}>
          Discard
        </Button>
      </span>
    </Notice>
  );
}

/** Who was added to the data is nowhere kept. */
const wayTo = ({ name, added }: KeptRun['data']): string =>
  added ? 'Load the same data and add the user again above to continue it.' : `Load ${name} above to continue it.`;
