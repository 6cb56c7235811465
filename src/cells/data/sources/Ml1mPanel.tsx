import { urlOf } from '../../../core/releases.ts';
import { formatBytes } from '../../../core/transfer.ts';
import { ML_1M } from '../../../state/data-choice.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './Panel.module.css';
import { Terms } from './Terms.tsx';

const selectAsked = ({ data }: NotebookState) => data.asked;
const selectAgreed = ({ agreed }: NotebookState) => agreed.includes(ML_1M.file);
const selectName = ({ data }: NotebookState) => data.summary?.name ?? null;

/** The way to MovieLens 1M while this browser does not have it: its terms, then the download. */
export function Ml1mPanel() {
  const asked = useNotebookState(selectAsked);
  const agreed = useNotebookState(selectAgreed);
  const standIn = useNotebookState(selectName);
  const training = useNotebookState(selectTraining);
  const { download } = useActions();
  const url = urlOf(ML_1M);
  const size = formatBytes(ML_1M.bytes ?? 0);
  return (
    <section className={styles.panel} aria-label="Getting MovieLens 1M">
      {asked && (
        <Notice
          tone="stale"
          message="The address asks for MovieLens 1M, which this browser does not have yet."
          remedy={standIn === null ? 'Download it once.' : `${standIn} is used until you download it.`}
        />
      )}
      <p>
        MovieLens 1M does not come with this page, because GroupLens does not allow others to distribute it. Your browser fetches
        it from files.grouplens.org, through this page’s server if it forwards. It checks the SHA-256 and keeps the file for later
        visits.
      </p>
      {!agreed && <Terms url={url} file={ML_1M.file} />}
      <p className={styles.actions}>
        <Button look="primary" icon="down" disabled={training} onClick={() => void download(url)}>
          {agreed ? `Download (${size})` : `Agree and download (${size})`}
        </Button>
        <Muted as="span">
          Have it already? Open or drop <code>ml-1m.zip</code> above.
        </Muted>
      </p>
    </section>
  );
}
