export type ModelName = 'dot' | 'mlp';
