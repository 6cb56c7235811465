// @ts-check
/** Loaded before anything else, hence in syntax and with imports that an old Node understands too. */

const OLDEST = [20, 19];

/**
 * @param {string} version as in process.versions.node
 * @returns {boolean} whether Vite, and with it everything here, runs on it
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > (OLDEST[0] ?? 0) || (major === OLDEST[0] && minor >= (OLDEST[1] ?? 0));
}

/** Ends the process with one sentence on a Node that is too old. */
export function requireNode() {
  if (isNewEnough(process.versions.node)) return;
  console.error(
    `Matinee needs Node ${OLDEST.join('.')} or newer, and this is ${process.versions.node}: get it from https://nodejs.org.`,
  );
  process.exit(1);
}
