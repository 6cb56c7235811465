import { useEffect } from 'react';
import { useNotebookState, useOfflineState } from '../../state/hooks.ts';
import type { OfflineStatus } from '../../state/offline.ts';
import { selectTraining } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Fact } from '../Fact.tsx';
import styles from './OfflineControl.module.css';
import { offline } from './offline.ts';

const WORDS: Readonly<Record<Exclude<OfflineStatus, 'unknown'>, string>> = {
  saving: 'being saved…',
  on: 'works offline',
  off: 'switched off',
  failed: 'could not be saved',
};

/** Whether the page works without a network, and the button that changes it. Nothing where the browser cannot. */
export function OfflineControl() {
  useSaving();
  useResting();
  const { status } = useOfflineState(offline);
  if (status === 'unknown') return null;
  return (
    <div className={styles.control}>
      <Fact label="Offline" value={WORDS[status]} />
      {status === 'on' && (
        <Button look="quiet" onClick={() => void offline.switchOff()}>
          Switch off<span className="visually-hidden"> offline use</span>
        </Button>
      )}
      {(status === 'off' || status === 'failed') && (
        <Button look="quiet" onClick={() => void offline.switchOn()}>
          {status === 'off' ? 'Switch on' : 'Try again'}
          <span className="visually-hidden"> offline use</span>
        </Button>
      )}
    </div>
  );
}

let started = false;

/** What is asked of the page while it is being saved has the cores for itself: a run, and what a press of a key or pointer asks for. */
function useResting(): void {
  const isTraining = useNotebookState(selectTraining);
  useEffect(() => onPress(offline.rest), []);
  useEffect(() => {
    if (!isTraining) return;
    offline.rest();
    const timer = setInterval(offline.rest, ASK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isTraining]);
}

/** Less than a rest lasts. */
const ASK_MILLISECONDS = 1000;

/** Saves the page at the first moment at which nothing is trained and nothing was pressed, since both would want the same cores. */
function useSaving(): void {
  const isTraining = useNotebookState(selectTraining);
  useEffect(() => {
    if (started || isTraining) return;
    const start = (): void => {
      started = true;
      stop();
      void offline.start();
    };
    let timer = setTimeout(start, CALM_MILLISECONDS);
    const ignore = onPress(() => {
      clearTimeout(timer);
      timer = setTimeout(start, CALM_MILLISECONDS);
    });
    const stop = (): void => {
      clearTimeout(timer);
      ignore();
    };
    return stop;
  }, [isTraining]);
}

/** The first drawings of the ratings come before. */
const CALM_MILLISECONDS = 1000;

/** Calls `listener` whenever a key or a pointer is pressed, until what it returns is called. */
function onPress(listener: () => void): () => void {
  for (const type of PRESSES) window.addEventListener(type, listener);
  return () => {
    for (const type of PRESSES) window.removeEventListener(type, listener);
  };
}

const PRESSES = ['pointerdown', 'keydown'] as const;
