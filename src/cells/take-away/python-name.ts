/** The notebook in Python: as Jupyter keeps it, or as a plain script. */
const PYTHON_NAMES = ['notebook', 'script'] as const;
export type PythonName = (typeof PYTHON_NAMES)[number];

/** Whether a file is the notebook in Python, which follows from the settings and needs no trained model. */
export const isPython = (name: string): name is PythonName => PYTHON_NAMES.some((python) => python === name);
