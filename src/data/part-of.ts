import type { FilePart } from '../core/tables-question.ts';

/** The part of a split that a path names. */
export function partOf(path: string): FilePart | null {
  if (/(^|[/_.-])(train(ing)?|base)([/_.-]|$)/i.test(path)) return 'train';
  if (/(^|[/_.-])(valid(ation)?|dev|probe)([/_.-]|$)/i.test(path)) return 'validation';
  return /(^|[/_.-])test(ing)?([/_.-]|$)/i.test(path) ? 'test' : null;
}
