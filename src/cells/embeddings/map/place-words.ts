/** "0.31 to the right of the centre, 0.85 above it": a place of the plane by PCA, whose centre is the mean of the points. */
export function placeWords([right, up]: readonly [number, number]): string {
  const size = (value: number): string => Math.abs(value).toFixed(2);
  return `${size(right)} to the ${right < 0 ? 'left' : 'right'} of the centre, ${size(up)} ${up < 0 ? 'below' : 'above'} it`;
}
