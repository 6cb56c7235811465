import { useEffect, useState } from 'react';
import { LabError } from '../../../core/errors.ts';
import type { AnswersSoFar, FilePreview } from '../../../core/table-preview.ts';
import { useActions } from '../../../state/hooks.ts';

interface PreviewState {
  /** The last that arrived; null before the first. */
  readonly preview: FilePreview | null;
  /** Why the file cannot be opened. */
  readonly problem: LabError | null;
  /** Whether the preview is that of the answers. */
  readonly isCurrent: boolean;
}

/** How the file that was chosen last is read with these answers, worked out anew with each of them. */
export function usePreview(answers: AnswersSoFar): PreviewState {
  const { previewFile } = useActions();
  const [found, setFound] = useState<Omit<PreviewState, 'isCurrent'> & { readonly of: AnswersSoFar | null }>({
    preview: null,
    problem: null,
    of: null,
  });
  useEffect(() => {
    let isWanted = true;
    previewFile(answers).then(
      (preview) => isWanted && setFound({ preview, problem: null, of: answers }),
      (thrown: unknown) => {
        if (!(thrown instanceof LabError)) return reportError(thrown);
        if (isWanted) setFound((before) => ({ ...before, problem: thrown, of: answers }));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [previewFile, answers]);
  return { preview: found.preview, problem: found.problem, isCurrent: found.of === answers };
}
