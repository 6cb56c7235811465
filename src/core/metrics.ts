/** √ mean((prediction − truth)²). Throws a RangeError where there is nothing to compare. */
export function rmse(predictions: Float32Array, truths: Float32Array): number {
  checkLengths(predictions, truths);
  let sum = 0;
  for (let i = 0; i < truths.length; i++) sum += ((predictions[i] as number) - (truths[i] as number)) ** 2;
  return Math.sqrt(sum / truths.length);
}

/** mean |prediction − truth|. Throws a RangeError where there is nothing to compare. */
export function mae(predictions: Float32Array, truths: Float32Array): number {
  checkLengths(predictions, truths);
  let sum = 0;
  for (let i = 0; i < truths.length; i++) sum += Math.abs((predictions[i] as number) - (truths[i] as number));
  return sum / truths.length;
}

function checkLengths(predictions: Float32Array, truths: Float32Array): void {
  if (predictions.length === 0 || predictions.length !== truths.length) {
    throw new RangeError(`Cannot compare ${predictions.length} predictions with ${truths.length} truths`);
  }
}
