import type { Configuration } from '../../core/hyperparameters.ts';
import { linesOfParts } from './held-out-code.ts';

/** Python that fits the model of the cell above, which has no steps. */
export const fittingCode = (configuration: Configuration): string =>
  `predict = fit(user_index[train], movie_index[train], stars[train])
${linesOfParts(configuration, RMSE, TEST)}`;

const RMSE = `

def rmse(part):
    predicted = np.clip(predict(user_index[part], movie_index[part]), stars.min(), stars.max())
    return np.sqrt(np.mean((predicted - stars[part]) ** 2))


print("Validation RMSE in stars:", rmse(validation))
`;
const TEST = `print("Test RMSE in stars:", rmse(test))
`;
