import { isBaseline } from '../../core/model-name.ts';
import { selectConfiguration, selectFeedback } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { trainingCode } from './code.ts';
import { fittingCode } from './fitting-code.ts';

export const selectCode: SelectCode = (state) => {
  const configuration = selectConfiguration(state);
  return isBaseline(configuration.model)
    ? fittingCode(configuration)
    : trainingCode(configuration, selectFeedback(state) !== 'ratings');
};
