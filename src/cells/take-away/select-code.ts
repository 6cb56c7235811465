import type { SelectCode } from '../cell-definition.ts';
import { weightsCode } from './notebook/weights-code.ts';

/** Python that gives the weights of a file to the model of the cells above. */
export const selectCode: SelectCode = () => weightsCode('matinee.npz');
