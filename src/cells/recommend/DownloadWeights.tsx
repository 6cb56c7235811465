import { useState } from 'react';
import type { RunStart } from '../../core/run-report.ts';
import { useActions } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './DownloadWeights.module.css';

interface DownloadWeightsProps {
  readonly run: RunStart;
}

/** Saves the weights that recommend as a file that NumPy reads. */
export function DownloadWeights({ run }: DownloadWeightsProps) {
  const { weights } = useActions();
  const [problem, setProblem] = useState<string | null>(null);
  const download = async (): Promise<void> => {
    try {
      saveFile(await weights(), `matinee-${run.configuration.model}-run-${run.number}.npz`);
      setProblem(null);
    } catch (thrown) {
      setProblem(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  return (
    <p className={styles.line}>
      <Button look="quiet" icon="down" onClick={() => void download()}>
        Download weights
      </Button>
      <Muted as="span" role="status">
        {problem ?? 'The embeddings and all other weights, as an .npz file for numpy.load.'}
      </Muted>
    </p>
  );
}
