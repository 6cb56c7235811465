import { formatQuantity, formatStars } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import type { MapColour, MapColours, PointsOf } from '../contract.ts';
import styles from './Map.module.css';
import { CLASS_COLOURS, classColour } from './point-colours.ts';

interface LegendProps {
  readonly of: PointsOf;
  readonly by: MapColour;
  readonly colours: MapColours;
}

/** What the colours of the points mean. */
export function Legend({ of, by, colours }: LegendProps) {
  if (colours.kind === 'none') return <Muted>{colours.why}</Muted>;
  if (colours.kind === 'classes') {
    return (
      <>
        <ul className={styles.legend} aria-label="Colours">
          {colours.names.map((name, at) => (
            <li key={name} className={styles.entry}>
              <span
                className={styles.swatch}
                style={{ background: `var(${at === colours.names.length - 1 ? `--class-${CLASS_COLOURS}` : classColour(at)})` }}
              />
              {name}
            </li>
          ))}
        </ul>
        <Muted>A movie of several of these genres has the colour of the rarest.</Muted>
      </>
    );
  }
  const write = WRITE[by];
  return (
    <>
      <p className={styles.legend}>
        <span>{`${write(colours.low)} or less`}</span>
        <span className={styles.ramp} aria-hidden="true" />
        <span>{`${write(colours.high)} or more`}</span>
      </p>
      {by === 'uncertainty' && <Muted>{UNCERTAINTY[of]}</Muted>}
    </>
  );
}

const UNCERTAINTY: Readonly<Record<PointsOf, string>> = {
  movies: 'The standard deviation of a movie’s predictions between the samples, as the mean over 100 users.',
  users: 'The standard deviation of a user’s predictions between the samples, as the mean over 100 movies.',
};

const WRITE: Readonly<Record<MapColour, (value: number) => string>> = {
  genre: String,
  year: (year) => String(Math.round(year)),
  bias: (bias) => `${bias < 0 ? '−' : '+'}${Math.abs(bias).toFixed(2)}`,
  popularity: (count) => formatQuantity(Math.round(count), 'rating'),
  uncertainty: (deviation) => `± ${formatStars(deviation)}`,
};
