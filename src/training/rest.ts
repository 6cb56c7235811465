/** A wait that can be cut short. */
export interface Rest {
  /** Resolves after so long, or when `end` is called. */
  wait(milliseconds: number): Promise<void>;
  /** Ends the wait that is going; without one nothing happens. */
  end(): void;
}

export function createRest(): Rest {
  let end = (): void => {};
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => end(),
  };
}
