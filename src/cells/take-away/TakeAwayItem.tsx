import { isBusy } from '../../core/cell-machine.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useSay } from '../../ui/words.tsx';
import { hindranceOf, type Item } from './items.ts';
import { selectTakeAway } from './selectors.ts';
import { sizeWords } from './sizes.ts';
import styles from './TakeAwayPanel.module.css';

interface TakeAwayItemProps {
  readonly item: Item;
}

/** What can be taken away, what it is for, and a button for each format, with the size of its file. */
export function TakeAwayItem({ item: { title, purpose, files } }: TakeAwayItemProps) {
  const { doing } = useNotebookState(selectTakeAway);
  const say = useSay();
  const isMade = files.some(({ what }) => what === doing?.what);
  return (
    <li className={styles.item}>
      <div>
        <h3 className={styles.title}>{say(title)}</h3>
        <Muted>{purpose}</Muted>
      </div>
      <div className={styles.files}>
        {isMade && doing ? (
          <UnderWay title={title} share={doing.share} />
        ) : (
          files.map((file) => <FileButton key={file.what} {...file} title={title} />)
        )}
      </div>
    </li>
  );
}

function UnderWay({ title, share }: { readonly title: string; readonly share: number | null }) {
  const { stopTakingAway } = useActions();
  return (
    <div className={styles.progress}>
      <Progress label={title} share={share} />
      <Button icon="stop" onClick={stopTakingAway}>
        Cancel
      </Button>
    </div>
  );
}

interface FileButtonProps {
  readonly title: string;
  readonly what: Item['files'][number]['what'];
  readonly label: string;
}

function FileButton({ title, what, label }: FileButtonProps) {
  const { run } = useNotebookState(selectTakeAway);
  const hindrance = useNotebookState((state: NotebookState) => hindranceOf(what, state));
  const size = useNotebookState((state: NotebookState) => sizeWords(what, state));
  const { takeAway } = useActions();
  return (
    <div className={styles.file}>
      <Button
        icon="down"
        aria-label={`Save ${label}: ${title}`}
        disabled={hindrance !== null || isBusy(run)}
        onClick={() => void takeAway(what)}
      >
        Save {label}
      </Button>
      <Muted as="span">{hindrance ?? size}</Muted>
    </div>
  );
}
