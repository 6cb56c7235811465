import { useEffect } from 'react';

/** Marks the page while it is worked by keys: Firefox shows no focus ring where a key follows a click on the same control. */
export function useKeyboardMarks(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      if (MOVES.test(key) && !ctrlKey && !metaKey && !altKey) dataset.keys = '';
    };
    const onPointer = (): void => void delete dataset.keys;
    addEventListener('keydown', onKey, true);
    addEventListener('pointerdown', onPointer, true);
    return () => {
      removeEventListener('keydown', onKey, true);
      removeEventListener('pointerdown', onPointer, true);
    };
  }, []);
}

const MOVES = /^(Arrow|Page|Home|End)/;
