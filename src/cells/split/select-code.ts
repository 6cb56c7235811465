import { selectConfiguration } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { splitCode } from './code.ts';

export const selectCode: SelectCode = (state) => splitCode(selectConfiguration(state));
