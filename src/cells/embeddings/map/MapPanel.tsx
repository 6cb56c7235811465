import { useState } from 'react';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatSeconds } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { useInView } from '../../../ui/use-in-view.ts';
import { useSay } from '../../../ui/words.tsx';
import { COLOURS, known, METHODS } from '../choices.ts';
import type { MapMethod, PointsOf } from '../contract.ts';
import { selectEmbeddings } from '../selectors.ts';
import { DrawnMap } from './DrawnMap.tsx';
import styles from './Map.module.css';
import { type MapOnScreen, useMap } from './use-map.ts';

const OF: Readonly<Record<PointsOf, string>> = { movies: 'Movies', users: 'Users' };

/** The embeddings in two dimensions. */
export function MapPanel() {
  const said = useNotebookState(selectEmbeddings);
  const method = known(said.method, METHODS);
  const colour = known(said.colour, COLOURS);
  const { chooseInEmbeddings } = useActions();
  const [of, setOf] = useState<PointsOf>('movies');
  const [place, { isInView }] = useInView<HTMLDivElement>();
  const onScreen = useMap({ of, method }, isInView);
  const { map, error } = onScreen;
  return (
    <div ref={place} className={styles.map}>
      <div className={styles.controls}>
        <Choice label="Points" value={of} options={OF} onChange={setOf} />
        <Choice label="Method" value={method} options={METHODS} onChange={(chosen) => chooseInEmbeddings({ method: chosen })} />
        <Choice label="Colour" value={colour} options={COLOURS} onChange={(chosen) => chooseInEmbeddings({ colour: chosen })} />
        {method !== 'pca' && <LayOutControl {...onScreen} method={method} />}
      </div>
      {error && <Notice tone="failed" message={error.message} remedy={error.remedy} />}
      {map && !error && <DrawnMap map={map} colour={colour} />}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const say = useSay();
  return (
    <label className={styles.control}>
      {say(label)}
      <select className={styles.select} value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {(Object.keys(options) as Value[]).map((name) => (
          <option key={name} value={name}>
            {say(options[name])}
          </option>
        ))}
      </select>
    </label>
  );
}

interface LayOutControlProps extends MapOnScreen {
  readonly method: MapMethod;
}

function LayOutControl({ method, map, layOut, startLayOut, cancelLayOut }: LayOutControlProps) {
  const name = METHODS[method];
  const isTraining = useNotebookState(selectTraining);
  if (layOut) {
    const left = layOut.secondsLeft === null ? '' : `, ${formatSeconds(layOut.secondsLeft)} left`;
    return (
      <>
        <Progress label={name} share={layOut.share} />
        <Muted as="span">{`${Math.round(100 * layOut.share)} %${left}`}</Muted>
        <Button icon="stop" onClick={cancelLayOut}>
          Cancel
        </Button>
      </>
    );
  }
  if (isTraining) return <Muted>During a run the map is by PCA, which keeps up with it.</Muted>;
  return (
    <>
      <Button onClick={startLayOut}>{map?.method === method ? `Compute ${name} again` : `Compute ${name}`}</Button>
      {map && map.method !== method && <Muted as="span">Until then the map is by PCA.</Muted>}
    </>
  );
}
