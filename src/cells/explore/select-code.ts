import type { SelectCode } from '../cell-definition.ts';
import { exploringCode } from './code.ts';

export const selectCode: SelectCode = ({ explore: { filters, minRatings, view } }) =>
  exploringCode(filters, minRatings, view?.dimensions ?? []);
