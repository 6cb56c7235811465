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
  /** Of UMAP under way. */
  readonly layOut: LayOut | null;
  startUmap(): void;
  cancelUmap(): void;
}

/** The map by PCA, which keeps up with the weights while it is in view; by UMAP only where that is started. */
export function useMap({ of, method }: MapRequest, isInView: boolean): MapOnScreen {
  const { askEmbeddings } = useActions();
  const moment = useNotebookState(selectMoment);
  const isGoing = useNotebookState(selectIsGoing);
  const [map, setMap] = useState<EmbeddingMap | null>(null);
  const [error, setError] = useState<LabErrorData | null>(null);
  const [layOut, setLayOut] = useState<LayOut | null>(null);
  const turn = useRef(0);
  const laying = useRef<AbortController | null>(null);
  const restsUntil = useRef(0);

  const key = `${of} ${moment}`;
  /** The last one by UMAP, which takes long to make again. */
  const kept = useRef<{ readonly key: string; readonly map: EmbeddingMap } | null>(null);
  const known = useRef('');

  const ask = async (request: MapRequest, options?: Parameters<ReturnType<typeof askEmbeddings>['map']>[1]): Promise<void> => {
    const own = ++turn.current;
    // Until it is known how long this takes.
    restsUntil.current = performance.now() + FIRST_REST;
    try {
      const made = await askEmbeddings().map(request, options);
      restsUntil.current = performance.now() + Math.max(LEAST_REST, REST_PER_WORK * made.milliseconds);
      if (turn.current !== own) return;
      if (request.method === 'umap') kept.current = { key, map: made };
      setMap(made);
      setError(null);
    } catch (thrown) {
      const { code, ...rest } = toErrorData(thrown);
      if (turn.current === own && code !== 'cancelled') setError({ code, ...rest });
    }
  };

  const wanted = `${key} ${method}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new moment is what makes it ask again
  useEffect(() => {
    if (!isInView || known.current === wanted) return;
    laying.current?.abort();
    if (method === 'umap' && kept.current?.key === key) {
      known.current = wanted;
      turn.current++;
      setMap(kept.current.map);
      return;
    }
    const wait = isGoing ? Math.max(0, restsUntil.current - performance.now()) : 0;
    const timer = setTimeout(() => {
      known.current = wanted;
      void ask({ of, method: 'pca' });
    }, wait);
    return () => clearTimeout(timer);
  }, [wanted, isInView, isGoing]);

  async function startUmap(): Promise<void> {
    const own = new AbortController();
    laying.current = own;
    const start = performance.now();
    setLayOut({ share: 0, secondsLeft: null });
    const onProgress = (share: number): void => {
      const seconds = (performance.now() - start) / 1000;
      setLayOut({ share, secondsLeft: share > 0.02 ? (seconds * (1 - share)) / share : null });
    };
    await ask({ of, method: 'umap' }, { signal: own.signal, onProgress });
    if (laying.current === own) setLayOut(null);
  }

  useEffect(() => () => laying.current?.abort(), []);
  return { map, error, layOut, startUmap: () => void startUmap(), cancelUmap: () => laying.current?.abort() };
}
