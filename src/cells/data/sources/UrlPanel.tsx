import { type FormEvent, useState } from 'react';
import { grouplensFile } from '../../../core/releases.ts';
import { addressOf } from '../../../state/data-choice.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import styles from './Panel.module.css';
import { Terms } from './Terms.tsx';

const selectLast = ({ data }: NotebookState) => addressOf(data.wanted) ?? '';
const selectAgreements = ({ agreed }: NotebookState) => agreed;

/** A field for the address of a file, and the button that fetches it. */
export function UrlPanel() {
  const [text, setText] = useState(useNotebookState(selectLast));
  const agreed = useNotebookState(selectAgreements);
  const training = useNotebookState(selectTraining);
  const { download } = useActions();
  const url = text.trim();
  const file = grouplensFile(url);
  const mustAgree = file !== null && !agreed.includes(file);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void download(url);
  };
  return (
    <section className={styles.panel} aria-label="Fetching from a URL">
      <form className={styles.address} noValidate onSubmit={onSubmit}>
        <label className={styles.field}>
          Address of a zip or ratings file
          <input
            type="url"
            inputMode="url"
            className={styles.input}
            value={text}
            placeholder="https://"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="url-help"
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        {!mustAgree && <FetchButton label="Fetch" disabled={training || url === ''} />}
        {mustAgree && <Terms url={url} file={file} />}
        {mustAgree && <FetchButton label="Agree and fetch" disabled={training} />}
      </form>
      <Muted id="url-help">
        Nothing is fetched before you press the button. The host then learns your IP address, and must allow other pages to read
        its files (CORS). raw.githubusercontent.com, cdn.jsdelivr.net and huggingface.co do; release files on github.com do not.
        Files that need a login cannot be fetched: download them and open them above.
      </Muted>
    </section>
  );
}

interface FetchButtonProps {
  readonly label: string;
  readonly disabled: boolean;
}

const FetchButton = ({ label, disabled }: FetchButtonProps) => (
  <Button type="submit" look="primary" icon="down" disabled={disabled}>
    {label}
  </Button>
);
