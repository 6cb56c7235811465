/** GroupLens' zips that are known by their SHA-256. */
const RELEASES: ReadonlyMap<string, string> = new Map([
  ['a6898adb50b9ca05aa231689da44c217cb524e7ebd39d264c56e2832f2c54e20', 'MovieLens 1M'],
  ['696d65a3dfceac7c45750ad32df2c259311949efec81f0f144fdfb91ebc9e436', 'MovieLens Latest Small (2018)'],
]);

/** The name of the release that a zip is, byte for byte; null where it is none that is known. */
export const releaseOf = (sha256: string | null): string | null => (sha256 === null ? null : (RELEASES.get(sha256) ?? null));
