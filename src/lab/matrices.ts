import { fetchPart } from '../core/fetch-part.ts';
import type { CreateSymmetricMatrix } from '../core/symmetric-matrix.ts';

/** The matrices of the SIMD engine, fetched when the first is asked for. */
export const laterMatrices = async (): Promise<CreateSymmetricMatrix> =>
  await (await fetchPart(() => import('../engines/matrices.ts'))).loadMatrices();
