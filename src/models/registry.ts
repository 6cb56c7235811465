import type { ModelName } from '../core/model-name.ts';
import { dotProduct } from './dot-product.ts';
import { hybrid } from './hybrid.ts';
import { mlp } from './mlp.ts';
import type { Model } from './model.ts';

/** Every model by the name it has in a configuration. */
export const MODELS: Readonly<Record<ModelName, Model>> = { dot: dotProduct, mlp, hybrid };
