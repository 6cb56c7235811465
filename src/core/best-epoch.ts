/** The first of the epochs with the lowest validation error; undefined before the first epoch. */
export function bestEpoch<Epoch extends { readonly validationError: number }>(epochs: readonly Epoch[]): Epoch | undefined {
  return epochs.reduce<Epoch | undefined>(
    (best, epoch) => (best && best.validationError <= epoch.validationError ? best : epoch),
    undefined,
  );
}
