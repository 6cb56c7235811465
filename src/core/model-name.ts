export type ModelName = 'dot' | 'mlp' | 'hybrid';
