// @ts-check
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

const APT = '/usr/bin/apt-get';

/** Does nothing where this is not Debian's or Ubuntu's root. @param {readonly string[]} packages */
export async function installOnDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync(APT)) return;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run(APT, ['-qq', 'update'], { env })) !== 0) return;
  await run(APT, ['-qq', '-o=Dpkg::Use-Pty=0', 'install', '-y', ...packages], { env });
}
