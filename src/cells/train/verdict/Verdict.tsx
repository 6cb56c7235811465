import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectCanTrain } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSay } from '../../../ui/words.tsx';
import type { Proposal } from './finding.ts';
import { isTaken, selectProposal } from './select-proposal.ts';
import { selectVerdict } from './select-verdict.ts';
import styles from './Verdict.module.css';

/** What the figures of the run say, in one or two sentences, and the button that does what they propose. */
export function Verdict() {
  const findings = useNotebookState(selectVerdict);
  const proposal = useNotebookState(selectProposal);
  const say = useSay();
  if (findings.length === 0) return null;
  return (
    <div className={styles.verdict}>
      <p className={styles.words}>{findings.map(({ text }) => say(text)).join(' ')}</p>
      {proposal && <Propose proposal={proposal} />}
    </div>
  );
}

/** Changes the settings; once they stand so it trains with them, and says that it does. One button, so that the keyboard's place stays. */
function Propose({ proposal }: { readonly proposal: Proposal }) {
  const taken = useNotebookState((state) => isTaken(proposal, state));
  const canTrain = useNotebookState(selectCanTrain);
  const { setAll, train } = useActions();
  return (
    <Button
      {...(taken && { icon: 'play' as const })}
      disabled={taken && !canTrain}
      // The second click of a double click is meant for what stood here before.
      onClick={({ detail }) => detail < 2 && (taken ? void train() : setAll(proposal.settings))}
    >
      {taken ? 'Try it: train again' : proposal.label}
    </Button>
  );
}
