import { useCallback, useEffect, useRef, useState } from 'react';
import { type LabErrorData, toErrorData } from '../../../core/errors.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import type { Inspection, InspectionRequest } from './contract.ts';

/** What a look into the run depends on: it changes with every epoch and, while nothing moves, with every step. */
export const selectMoment = ({ training: { run, start, progress, epochs, inUse } }: NotebookState): string => {
  const runId = start?.runId ?? inUse?.runId ?? '';
  const still = run.phase !== 'running' && progress?.paused ? `${progress.epoch}/${progress.step}` : '';
  return `${runId} ${run.phase} ${epochs.length} ${still}`;
};

export interface Watching {
  readonly inspection: Inspection | null;
  readonly error: LabErrorData | null;
  watch(request: InspectionRequest): void;
}

/** Looks at the watched rating again whenever the run has moved on. The newest answer counts. */
export function useInspection(initial: InspectionRequest): Watching {
  const { inspect } = useActions();
  const moment = useNotebookState(selectMoment);
  const wanted = useRef(initial);
  const turn = useRef(0);
  const [state, setState] = useState<Omit<Watching, 'watch'>>({ inspection: null, error: null });
  const look = useCallback(async (): Promise<void> => {
    const current = ++turn.current;
    try {
      const inspection = await inspect(wanted.current);
      if (turn.current !== current) return;
      // From now on it is this one, whatever the next batch holds.
      wanted.current = inspection.rating;
      setState({ inspection, error: null });
    } catch (thrown) {
      if (turn.current === current) setState({ inspection: null, error: toErrorData(thrown) });
    }
  }, [inspect]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new moment is what makes it look again
  useEffect(() => void look(), [look, moment]);
  const watch = (request: InspectionRequest): void => {
    wanted.current = request;
    void look();
  };
  return { ...state, watch };
}
