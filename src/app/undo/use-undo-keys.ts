import { useEffect } from 'react';
import { useActions } from '../../state/hooks.ts';
import { ownsUndo, undoKey } from './undo-key.ts';

export function useUndoKeys(): void {
  const actions = useActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const what = undoKey(event);
      if (what === null || event.defaultPrevented || ownsUndo(document.activeElement)) return;
      event.preventDefault();
      void actions[what]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
