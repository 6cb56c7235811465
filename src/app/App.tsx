import { useCallback } from 'react';
import { inWords } from '../core/vocabulary.ts';
import { NotebookContext, useNotebookState } from '../state/hooks.ts';
import type { Notebook as NotebookHandle } from '../state/notebook.ts';
import { selectHasRatings, selectWords } from '../state/selectors.ts';
import { later } from '../ui/later.tsx';
import { WordsProvider } from '../ui/words.tsx';
import styles from './App.module.css';
import { Colophon } from './Colophon.tsx';
import { Masthead } from './Masthead.tsx';
import { Notebook } from './Notebook.tsx';
import { Outline } from './Outline.tsx';
import { PageNotices } from './PageNotices.tsx';
import { useDocumentTheme } from './use-document-theme.ts';
import { useKeyboardMarks } from './use-keyboard-marks.ts';

const Announcer = later(async () => (await import('./Announcer.tsx')).Announcer);
const RunBar = later(async () => (await import('./RunBar.tsx')).RunBar);
const UndoRegion = later(async () => (await import('./undo/UndoRegion.tsx')).UndoRegion);
const UpdateNotice = later(async () => (await import('./offline/UpdateNotice.tsx')).UpdateNotice);

interface AppProps {
  readonly notebook: NotebookHandle;
}

export function App({ notebook }: AppProps) {
  return (
    <NotebookContext value={notebook}>
      <Page />
    </NotebookContext>
  );
}

function Page() {
  useDocumentTheme();
  useKeyboardMarks();
  const hasRatings = useNotebookState(selectHasRatings);
  const words = useNotebookState(selectWords);
  const say = useCallback((text: string) => inWords(text, words), [words]);
  return (
    <WordsProvider value={say}>
      <div className={styles.page}>
        <div className={styles.columns}>
          <Outline />
          <main className={styles.main}>
            <Masthead />
            <PageNotices />
            <Notebook />
          </main>
          <Colophon />
        </div>
        {hasRatings && (
          <>
            <Announcer />
            <UndoRegion />
            <RunBar />
            <UpdateNotice />
          </>
        )}
      </div>
    </WordsProvider>
  );
}
