/** √ mean((prediction − truth)²). Throws a RangeError where there is nothing to compare. */
export function rmse(predictions: Float32Array, truths: Float32Array): number {
  return Math.sqrt(meanOf(predictions, truths, (difference) => difference ** 2));
}

/** mean |prediction − truth|. Throws a RangeError where there is nothing to compare. */
export function mae(predictions: Float32Array, truths: Float32Array): number {
  return meanOf(predictions, truths, Math.abs);
}

function meanOf(predictions: Float32Array, truths: Float32Array, error: (difference: number) => number): number {
  if (predictions.length === 0 || predictions.length !== truths.length) {
    throw new RangeError(`Cannot compare ${predictions.length} predictions with ${truths.length} truths`);
  }
  let sum = 0;
  for (let i = 0; i < truths.length; i++) sum += error((predictions[i] as number) - (truths[i] as number));
  return sum / truths.length;
}
