import type { CreateSymmetricMatrix } from '../core/symmetric-matrix.ts';
import { moduleName } from './simd/host.ts';
import { symmetricMatrices } from './simd/inverse/matrix.ts';
import { loadSimdModule } from './simd/modules.ts';

/** Throws an Error where the kernels cannot be fetched or compiled. */
export const loadMatrices = async (): Promise<CreateSymmetricMatrix> => symmetricMatrices(await loadSimdModule(moduleName(1)));
