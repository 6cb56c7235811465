import { execFileSync } from 'node:child_process';

/** What a program prints, as JSON; null where there is no Python with NumPy. */
export function printed(program: string): unknown {
  try {
    return JSON.parse(execFileSync('python3', ['-c', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}
