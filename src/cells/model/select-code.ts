import { isBaseline } from '../../core/model-name.ts';
import { selectConfiguration, selectGraph } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { baselineCode } from './baseline-code.ts';
import { modelCode } from './code.ts';

export const selectCode: SelectCode = (state) => {
  const configuration = selectConfiguration(state);
  return isBaseline(configuration.model)
    ? baselineCode(configuration.model, configuration)
    : modelCode(selectGraph(state), configuration.seed, configuration.listWeight);
};
