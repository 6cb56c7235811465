import { useEffect } from 'react';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectUserData } from '../../../state/selectors.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { TrainButton } from '../../TrainButton.tsx';
import { selectInUse, selectRequest, selectWeights } from '../selectors.ts';
import { keepOwn } from './keep-own.ts';
import { OwnMovies } from './OwnMovies.tsx';
import { OwnRatings } from './OwnRatings.tsx';
import { RateMovies } from './RateMovies.tsx';
import styles from './You.module.css';

const selectOwn = ({ you }: NotebookState) => you.own;

/** The visitor rates movies, and the model recommends at once. */
export function You() {
  const own = useNotebookState(selectOwn);
  const inUse = useNotebookState(selectInUse);
  const data = useNotebookState(selectUserData);
  const weights = useNotebookState(selectWeights);
  const request = useNotebookState(selectRequest);
  const { openOwn } = useActions();
  useEffect(() => {
    if (own === null) void openOwn();
    else keepOwn(own);
  }, [own, openOwn]);
  if (data === null) return <Muted>You can rate movies once the data is loaded.</Muted>;
  const rated = own ?? [];
  return (
    <div className={styles.you}>
      <div className={styles.column}>
        <RateMovies own={rated} weights={weights} />
        <OwnRatings own={rated} scale={data.scale} />
      </div>
      <div className={styles.column}>
        <OwnMovies own={rated} of={`${weights} ${request}`} />
        {inUse === null && (
          <>
            <Muted>Your list appears here once a model is trained.</Muted>
            <TrainButton look="secondary" />
          </>
        )}
      </div>
    </div>
  );
}
