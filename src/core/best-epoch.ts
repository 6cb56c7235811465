/** The first of the epochs with the lowest validation error; undefined where none has one. */
export function bestEpoch<Epoch extends { readonly validationError: number | null }>(
  epochs: readonly Epoch[],
): MeasuredEpoch<Epoch> | undefined {
  return epochs
    .filter(isMeasured)
    .reduce<MeasuredEpoch<Epoch> | undefined>(
      (best, epoch) => (best && best.validationError <= epoch.validationError ? best : epoch),
      undefined,
    );
}

/** An epoch after which there was something to measure on. */
export type MeasuredEpoch<Epoch> = Epoch & { readonly validationError: number };

const isMeasured = <Epoch extends { readonly validationError: number | null }>(epoch: Epoch): epoch is MeasuredEpoch<Epoch> =>
  epoch.validationError !== null;
