import { useState } from 'react';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { TableSwitch } from '../../../ui/TableSwitch.tsx';
import type { EmbeddingMap, MapColour, MovieName, PointCard } from '../contract.ts';
import { MovieSearch } from '../MovieSearch.tsx';
import { selectModelKey } from '../selectors.ts';
import { useAnswer } from '../use-answer.ts';
import { ChosenPoint } from './ChosenPoint.tsx';
import { Legend } from './Legend.tsx';
import styles from './Map.module.css';
import { MapFigures } from './MapFigures.tsx';
import { OwnPlaceNote } from './OwnPlaceNote.tsx';
import { PointMap } from './PointMap.tsx';
import { PointTable } from './PointTable.tsx';
import { Selection } from './Selection.tsx';
import { useOwnPlace } from './use-own-place.ts';

interface DrawnMapProps {
  readonly map: EmbeddingMap;
  readonly colour: MapColour;
}

const NONE: PointCard['neighbours'] = [];

/** A map with what can be done with it. */
export function DrawnMap({ map, colour }: DrawnMapProps) {
  const { askEmbeddings } = useActions();
  const model = useNotebookState(selectModelKey);
  const [hovered, setHovered] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [flight, setFlight] = useState<{ readonly point: number } | null>(null);
  const [selected, setSelected] = useState<Int32Array | null>(null);
  const [isLassoMode, setLassoMode] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const points = `${map.runId} ${map.of}`;
  const [known, setKnown] = useState(points);
  if (known !== points) {
    // Other points have other numbers.
    setKnown(points);
    setHovered(null);
    setChosen(null);
    setSelected(null);
  }
  const { answer: colours } = useAnswer(`${points} ${model} ${colour}`, () => askEmbeddings().colours({ by: colour }));
  const point = hovered ?? chosen;
  const { answer: card } = useAnswer(point === null ? null : `${points} ${model} ${point}`, () =>
    askEmbeddings().point({ point: point as number }),
  );
  const cardOfPoint = card?.point === point ? card : null;
  const { own, problem } = useOwnPlace(map);
  const flyTo = async ({ movieId }: Pick<MovieName, 'movieId'>): Promise<void> => {
    const found = await askEmbeddings()
      .pointOf({ movieId })
      .catch(() => null);
    if (found === null) return;
    setChosen(found);
    setFlight({ point: found });
  };
  const select = (among: Int32Array): void => {
    setSelected(among.length > 0 ? among : null);
    setLassoMode(false);
  };
  return (
    <>
      <div className={styles.controls}>
        {map.of === 'movies' && <MovieSearch label="Find a movie on the map" onChoose={(movie) => void flyTo(movie)} />}
        <Button aria-pressed={isLassoMode} onClick={() => setLassoMode(!isLassoMode)}>
          Draw a lasso
        </Button>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </div>
      {asTable ? (
        <PointTable key={points} map={map} />
      ) : (
        <PointMap
          map={map}
          colours={colours}
          marked={point === null ? null : { point, label: cardOfPoint?.title ?? null }}
          neighbours={cardOfPoint?.neighbours ?? NONE}
          own={own?.place ?? null}
          selection={selected}
          flight={flight}
          isLassoMode={isLassoMode}
          onHover={setHovered}
          onChoose={setChosen}
          onSelect={select}
        />
      )}
      {colours && <Legend of={map.of} by={colour} colours={colours} />}
      <OwnPlaceNote own={own} problem={problem} />
      <ChosenPoint card={point === null ? null : card} of={map.of} />
      {selected && <Selection key={points} points={selected} onClear={() => setSelected(null)} />}
      <MapFigures map={map} />
    </>
  );
}
