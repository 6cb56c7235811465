import { clip } from '../../state/address/clip.ts';
import { formatCount, formatQuantity } from '../../ui/format.ts';
import type { Matched, Opened } from './contract.ts';

interface Words {
  readonly message: string;
  readonly remedy: string | undefined;
}

/** What opening a file came to, in a sentence or two. */
export function openedWords(opened: Opened): Words {
  if (opened.kind === 'runs') return runWords(opened);
  const { run, users, movies, otherData } = opened.weights;
  const others = [matchWords(users, 'user'), matchWords(movies, 'movie'), otherData && `It was trained on ${clip(otherData)}.`];
  return {
    message: `The weights of ${clip(opened.name)} are in use as run ${run.number}.`,
    remedy: [...others.filter((words) => words), NOT_KEPT].join(' '),
  };
}

/** See docs/decisions.md: the file stays a file. */
const NOT_KEPT = 'The page does not keep the file. After a reload, open it again.';

function matchWords({ both, inFileAlone, inDataAlone }: Matched, one: string): string | null {
  if (inFileAlone === 0 && inDataAlone === 0) return null;
  const left = inFileAlone > 0 ? ` ${formatCount(inFileAlone)} of the file are not in the loaded data and are left out.` : '';
  const empty =
    inDataAlone > 0 ? ` ${formatCount(inDataAlone)} of the loaded data are not in the file and have no embedding.` : '';
  return `${formatQuantity(both, one)} matched.${left}${empty}`;
}

function runWords({ name, added, canGoOn }: Extract<Opened, { kind: 'runs' }>): Words {
  const message = `${clip(name)} is opened: ${formatQuantity(added, 'run')} added.`;
  if (canGoOn === null) return { message, remedy: undefined };
  const next = canGoOn ? ' To train its other epochs, resume it in the Train cell.' : '';
  return { message, remedy: `Its model is in use, with its settings.${next}` };
}
