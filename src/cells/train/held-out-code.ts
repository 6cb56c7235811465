import type { Configuration } from '../../core/hyperparameters.ts';

const hasTest = ({ split, testShare, testPerUser }: Configuration): boolean =>
  (split === 'leave-last' ? testPerUser : testShare) > 0;

/** Lines of Python for each part that is held out. */
export function linesOfParts(configuration: Configuration, validation: string, test = ''): string {
  if (configuration.split === 'none') return '';
  return hasTest(configuration) ? validation + test : validation;
}
