import { LabError } from './errors.ts';

/**
 * A part of the program that is fetched when it is first needed. Throws a LabError of code `part-missing` where it does not arrive;
 * the next call fetches it again.
 */
export async function fetchPart<Part>(fetchIt: () => Promise<Part>): Promise<Part> {
  try {
    return await fetchIt();
  } catch (cause) {
    const remedy = 'Connect to the network, then try again. If it fails again, reload the page.';
    throw new LabError('part-missing', 'A part of this page could not be fetched.', remedy, { cause });
  }
}

export const isPartMissing = (thrown: unknown): boolean => thrown instanceof LabError && thrown.code === 'part-missing';
