import type { SelectCode } from '../cell-definition.ts';
import { loadingCode } from './code/code.ts';

export const selectCode: SelectCode = ({ data }) => loadingCode(data.summary);
