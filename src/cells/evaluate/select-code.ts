import { selectConfiguration } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { evaluatingCode } from './code.ts';
import { selectThreshold } from './selectors.ts';

export const selectCode: SelectCode = (state) =>
  evaluatingCode(selectConfiguration(state), { k: state.evaluate.k, threshold: selectThreshold(state) ?? 4 });
