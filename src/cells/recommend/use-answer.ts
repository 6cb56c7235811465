import { useEffect, useState } from 'react';
import { type LabErrorData, toErrorData } from '../../core/errors.ts';

interface Answered<Answer> {
  /** The last that arrived; null before the first. */
  readonly answer: Answer | null;
  readonly problem: LabErrorData | null;
  /** What it was asked about. */
  readonly of: unknown;
}

/** What the lab answers, asked anew whenever what it is `of` is another object or value; nothing is asked of null. */
export function useAnswer<Answer>(ask: () => Promise<Answer>, of: unknown): Answered<Answer> {
  const [found, setFound] = useState<Answered<Answer>>({ answer: null, problem: null, of: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked follows from what it is of
  useEffect(() => {
    if (of === null) return;
    let isWanted = true;
    ask().then(
      (answer) => isWanted && setFound({ answer, problem: null, of }),
      (thrown: unknown) => isWanted && setFound((before) => ({ ...before, problem: toErrorData(thrown), of })),
    );
    return () => {
      isWanted = false;
    };
  }, [of]);
  return found;
}
