import { useEffect } from 'react';
import type { LabErrorData } from '../../../core/errors.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import type { EmbeddingMap, PlacedVector } from '../contract.ts';
import { useAnswer } from '../use-answer.ts';

export interface OwnPlace extends PlacedVector {
  /** By how many ratings. */
  readonly ratings: number;
}

const selectOwn = ({ you }: NotebookState) => you.own;

/** Where the visitor lies on a map by PCA, by the movies that they have rated in Recommend; null where nothing is rated, or the map is by another method. */
export function useOwnPlace(map: EmbeddingMap): { readonly own: OwnPlace | null; readonly problem: LabErrorData | null } {
  const own = useNotebookState(selectOwn);
  const { openOwn, foldOwn, askEmbeddings } = useActions();
  useEffect(() => {
    if (own === null) void openOwn();
  }, [own, openOwn]);
  const isPlaced = own !== null && own.length > 0 && map.method === 'pca';
  const key = isPlaced ? `${map.runId} ${map.of} ${map.epoch} ${JSON.stringify(own)}` : null;
  const { answer, error } = useAnswer(key, async (): Promise<OwnPlace> => {
    const { vector, ratings } = await foldOwn();
    return { ...(await askEmbeddings().place({ vector })), ratings };
  });
  return { own: isPlaced ? answer : null, problem: isPlaced ? error : null };
}
