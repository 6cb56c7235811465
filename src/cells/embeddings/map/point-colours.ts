import type { MapColours } from '../contract.ts';

type Rgb = readonly [number, number, number];

/** Of classes: one for each, the last for what is none of them. Of values: from the lowest to the highest. */
export const CLASS_COLOURS = 9;
const SCALE_COLOURS = 5;

/** Names of the custom properties of the style sheet. */
export const classColour = (at: number): string => `--class-${at + 1}`;
const scaleColour = (at: number): string => `--scale-${at + 1}`;
const UNKNOWN = '--class-9';

const DIM = 26;
const FULL = 215;

/** Red, green, blue and opacity of each point, (points, 4); points outside of `chosen` are dim where there is one. */
export function pointColours(
  colours: MapColours | null,
  count: number,
  chosen: Int32Array | null,
  read: (name: string) => Rgb,
): Uint8Array {
  const rgbOf = rgbBy(colours, read);
  const bytes = new Uint8Array(4 * count);
  const isChosen = new Uint8Array(count);
  for (const point of chosen ?? []) isChosen[point] = 1;
  for (let point = 0; point < count; point++) {
    bytes.set(rgbOf(point), 4 * point);
    bytes[4 * point + 3] = chosen && isChosen[point] === 0 ? DIM : FULL;
  }
  return bytes;
}

function rgbBy(colours: MapColours | null, read: (name: string) => Rgb): (point: number) => Rgb {
  const unknown = read(UNKNOWN);
  if (colours === null || colours.kind === 'none') return () => unknown;
  if (colours.kind === 'classes') {
    const { names, classes } = colours;
    const palette = names.map((_, at) => read(at === names.length - 1 ? UNKNOWN : classColour(at)));
    return (point) => palette[classes[point] as number] as Rgb;
  }
  const stops = Array.from({ length: SCALE_COLOURS }, (_, at) => read(scaleColour(at)));
  const shareOf = shareIn(colours);
  return (point) => {
    const share = shareOf(colours.values[point] as number);
    return Number.isNaN(share) ? unknown : blend(stops, share);
  };
}

/** Where a value lies between the lowest and the highest, 0 … 1; not a number where it is not known. */
function shareIn({
  low,
  high,
  isLogarithmic,
}: Pick<Extract<MapColours, { kind: 'values' }>, 'low' | 'high' | 'isLogarithmic'>): (value: number) => number {
  const on = (value: number): number => (isLogarithmic ? Math.log(Math.max(1, value)) : value);
  const span = on(high) - on(low) || 1;
  return (value) => Math.min(1, Math.max(0, (on(value) - on(low)) / span));
}

function blend(stops: readonly Rgb[], share: number): Rgb {
  const at = share * (stops.length - 1);
  const [a, b] = [stops[Math.floor(at)] as Rgb, stops[Math.ceil(at)] as Rgb];
  const mix = (channel: 0 | 1 | 2): number => Math.round(a[channel] + (at - Math.floor(at)) * (b[channel] - a[channel]));
  return [mix(0), mix(1), mix(2)];
}

/** Reads custom properties of colours as an element has them, in the theme that it has. */
export function colourReader(element: HTMLElement): (name: string) => Rgb {
  return (name) => {
    // The page makes all transitions short where reduced motion is asked for: the colour read would be the one before.
    element.style.transitionProperty = 'none';
    element.style.color = `var(${name})`;
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(element)
        .color.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    element.style.color = '';
    return [red, green, blue];
  };
}
