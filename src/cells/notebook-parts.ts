import type { ComponentType } from 'react';
import type { NotebookState } from '../state/notebook-state.ts';
import { ExplainData } from './data/ExplainData.tsx';
import { selectCode as dataCode } from './data/select-code.ts';
import { ExplainEvaluate } from './evaluate/ExplainEvaluate.tsx';
import { selectCode as evaluateCode } from './evaluate/select-code.ts';
import { ExplainModel } from './model/ExplainModel.tsx';
import { selectCode as modelCode } from './model/select-code.ts';
import { ExplainRecommending } from './recommend/ExplainRecommending.tsx';
import { selectCode as recommendCode } from './recommend/select-code.ts';
import { ExplainSplit } from './split/ExplainSplit.tsx';
import { selectCode as splitCode } from './split/select-code.ts';
import type { GeneratorCode } from './train/code.ts';
import { ExplainTraining } from './train/ExplainTraining.tsx';
import { selectCode as trainCode } from './train/select-code.ts';

/** A cell as it stands in a notebook that is taken away. */
export interface NotebookPart {
  readonly id: 'data' | 'split' | 'model' | 'train' | 'recommend' | 'evaluate';
  readonly title: string;
  /** `generator` takes the place of NumPy's where it can. */
  readonly selectCode: (state: NotebookState, generator?: GeneratorCode) => string;
  readonly Explain: ComponentType;
}

/** Those whose code follows from that of the ones before, from the data to the lists. */
export const NOTEBOOK_PARTS: readonly NotebookPart[] = [
  { id: 'data', title: 'Data', selectCode: dataCode, Explain: ExplainData },
  { id: 'split', title: 'Split', selectCode: splitCode, Explain: ExplainSplit },
  { id: 'model', title: 'Model', selectCode: modelCode, Explain: ExplainModel },
  { id: 'train', title: 'Train', selectCode: trainCode, Explain: ExplainTraining },
  { id: 'recommend', title: 'Recommend', selectCode: recommendCode, Explain: ExplainRecommending },
  { id: 'evaluate', title: 'Evaluate', selectCode: evaluateCode, Explain: ExplainEvaluate },
];
