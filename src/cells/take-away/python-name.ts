import type { PythonName } from './contract.ts';

/** Whether a file is the notebook in Python, which follows from the settings and needs no trained model. */
export const isPython = (name: string): name is PythonName => name === 'notebook' || name === 'script';
