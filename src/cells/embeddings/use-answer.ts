import { useEffect, useRef, useState } from 'react';
import { type LabErrorData, toErrorData } from '../../core/errors.ts';

export interface Answered<Answer> {
  /** The last one, also while the next is under way. */
  readonly answer: Answer | null;
  readonly error: LabErrorData | null;
}

/** Asks whenever the key is another; the newest answer counts. Nothing is asked while the key is null. */
export function useAnswer<Answer>(key: string | null, ask: () => Promise<Answer>): Answered<Answer> {
  const [state, setState] = useState<Answered<Answer>>({ answer: null, error: null });
  const newest = useRef(ask);
  newest.current = ask;
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    const settle = (change: Partial<Answered<Answer>>): void => {
      if (isCurrent) setState((before) => ({ ...before, error: null, ...change }));
    };
    newest.current().then(
      (answer) => settle({ answer }),
      (thrown: unknown) => settle({ answer: null, error: toErrorData(thrown) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return state;
}
