import { sourceNameOf } from '../../../state/data-choice.ts';
import { useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { later } from '../../../ui/later.tsx';

const Ml1mPanel = later(async () => (await import('./Ml1mPanel.tsx')).Ml1mPanel);
const UrlPanel = later(async () => (await import('./UrlPanel.tsx')).UrlPanel);
const SyntheticPanel = later(async () => (await import('./SyntheticPanel.tsx')).SyntheticPanel);

const selectData = (state: NotebookState) => state.data;

/** The text, settings and terms of the source that is selected in the menu. */
export function SourcePanel() {
  const { source, loaded, summary } = useNotebookState(selectData);
  switch (source) {
    case 'ml-1m': {
      const isLoaded = summary?.release === 'ml-1m' || (loaded !== null && sourceNameOf(loaded) === 'ml-1m');
      return isLoaded ? null : <Ml1mPanel />;
    }
    case 'url':
      return <UrlPanel />;
    case 'synthetic':
      return <SyntheticPanel />;
    default:
      return null;
  }
}
