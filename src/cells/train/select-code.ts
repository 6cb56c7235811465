import { isBaseline } from '../../core/model-name.ts';
import { unitOf } from '../../core/target.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectFeedback } from '../../state/selectors.ts';
import { type GeneratorCode, trainingCode } from './code.ts';
import { fittingCode } from './fitting-code.ts';

export const selectCode = (state: NotebookState, generator?: GeneratorCode): string => {
  const configuration = selectConfiguration(state);
  if (isBaseline(configuration.model)) return fittingCode(configuration);
  return trainingCode(configuration, { unit: selectUnit(state), isAllLiked: selectFeedback(state) !== 'ratings' }, generator);
};

/** Of the rating scale; one star without data. */
function selectUnit({ data: { summary }, split: { report } }: NotebookState): number {
  if (summary === null) return 1;
  return unitOf(summary.scale, report?.stars ?? { deviation: summary.deviationStars });
}
