import type { ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { inWords } from '../../../core/vocabulary.ts';
import { frozenNotebook } from '../../../state/frozen.ts';
import { NotebookContext } from '../../../state/hooks.ts';
import type { NotebookActions, NotebookState } from '../../../state/notebook-state.ts';
import { selectWords } from '../../../state/selectors.ts';
import { WordsProvider } from '../../../ui/words.tsx';
import { markdownOf } from './markdown.ts';

/** An explanation as it reads now, as Markdown. It is drawn apart from the page, and only once. */
export function proseOf(Explain: ComponentType, state: NotebookState, actions: NotebookActions): string {
  const words = selectWords(state);
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() =>
    root.render(
      <NotebookContext value={frozenNotebook(state, actions)}>
        <WordsProvider value={(text) => inWords(text, words)}>
          <Explain />
        </WordsProvider>
      </NotebookContext>,
    ),
  );
  // Before formulas are set: until then they are their TeX.
  const html = place.innerHTML;
  root.unmount();
  return markdownOf(html);
}
