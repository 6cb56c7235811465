import { useEffect, useRef, useState } from 'react';
import { isBusy } from '../../../core/cell-machine.ts';
import { type LabErrorData, toErrorData } from '../../../core/errors.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import type { EmbeddingMap, MapRequest } from '../contract.ts';

/** While a run goes, the map takes about so much of the worker's time: one part of work to thirty of rest. */
const REST_PER_WORK = 30;
const LEAST_REST = 350;
const FIRST_REST = 2000;

/** What the weights in use depend on: it changes with every epoch. */
const selectMoment = ({ training: { inUse, run, epochs } }: NotebookState): string =>
  `${inUse?.runId} ${isBusy(run)} ${epochs.length}`;
const selectIsGoing = ({ training: { run } }: NotebookState): boolean => run.phase === 'running';

export interface LayOut {
  /** The share that is done, 0 … 1. */
  readonly share: number;
  readonly secondsLeft: number | null;
}

export interface MapOnScreen {
  readonly map: EmbeddingMap | null;
  readonly error: LabErrorData | null;
  /** Of UMAP or t-SNE under way. */
  readonly layOut: LayOut | null;
  startLayOut(): void;
  cancelLayOut(): void;
}

interface Made {
  /** What it was made of. */
  readonly key: string;
  readonly map: EmbeddingMap;
}

/** The map by PCA, which keeps up with the weights while it is in view; by UMAP or t-SNE only where that is started, and until the weights are others. */
export function useMap({ of, method }: MapRequest, isInView: boolean): MapOnScreen {
  const { askEmbeddings } = useActions();
  const moment = useNotebookState(selectMoment);
  const isGoing = useNotebookState(selectIsGoing);
  const [pca, setPca] = useState<Made | null>(null);
  const [laidOut, setLaidOut] = useState<Made | null>(null);
  const [error, setError] = useState<LabErrorData | null>(null);
  const [layOut, setLayOut] = useState<LayOut | null>(null);
  const asked = useRef('');
  const laying = useRef<AbortController | null>(null);
  const restsUntil = useRef(0);
  const key = `${of} ${moment}`;

  async function askPca(): Promise<void> {
    asked.current = key;
    // Until it is known how long this takes.
    restsUntil.current = performance.now() + FIRST_REST;
    try {
      const map = await askEmbeddings().map({ of, method: 'pca' });
      restsUntil.current = performance.now() + Math.max(LEAST_REST, REST_PER_WORK * map.milliseconds.all);
      if (asked.current !== key) return;
      setPca({ key, map });
      setError(null);
    } catch (thrown) {
      if (asked.current === key) setError(toErrorData(thrown));
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: other weights are what makes it ask again
  useEffect(() => {
    if (!isInView || asked.current === key) return;
    const wait = isGoing ? Math.max(0, restsUntil.current - performance.now()) : 0;
    const timer = setTimeout(() => void askPca(), wait);
    return () => clearTimeout(timer);
  }, [key, isInView, isGoing]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is laid out is of other weights then
  useEffect(() => () => laying.current?.abort(), [key, method]);

  async function startLayOut(): Promise<void> {
    const own = new AbortController();
    laying.current = own;
    const start = performance.now();
    setLayOut({ share: 0, secondsLeft: null });
    const onProgress = (share: number): void => {
      if (laying.current !== own) return;
      const seconds = (performance.now() - start) / 1000;
      setLayOut({ share, secondsLeft: share > 0.02 ? (seconds * (1 - share)) / share : null });
    };
    try {
      setLaidOut({ key, map: await askEmbeddings().map({ of, method }, { signal: own.signal, onProgress }) });
    } catch (thrown) {
      const problem = toErrorData(thrown);
      if (problem.code !== 'cancelled') setError(problem);
    }
    if (laying.current === own) setLayOut(null);
  }

  return {
    map: laidOut?.key === key && laidOut.map.method === method ? laidOut.map : (pca?.map ?? null),
    error,
    layOut,
    startLayOut: () => void startLayOut(),
    cancelLayOut() {
      laying.current?.abort();
      // The worker may be within a step that cannot be left; nobody has to wait for that.
      laying.current = null;
      setLayOut(null);
    },
  };
}
