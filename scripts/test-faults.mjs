// @ts-check
/** `npm run test:faults`: every fault twenty times, or MATINEE_FAULT_ROUNDS; prints which were survived how often. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ title: string, specs?: { title: string, ok: boolean }[], suites?: Suite[] }} Suite */

const rounds = Number(process.env.MATINEE_FAULT_ROUNDS ?? 20);
const report = path.resolve('test-results', 'faults.json');
const args = ['playwright', 'test', 'e2e/faults', `--repeat-each=${rounds}`, ...process.argv.slice(2)];
const own = { MATINEE_FAULT_ROUNDS: String(rounds), MATINEE_E2E_REPORT: report };
const { status } = spawnSync('npx', args, { stdio: 'inherit', env: { ...process.env, ...own } });

/** @param {Suite} suite @returns {{ title: string, ok: boolean }[]} */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

const { suites } = JSON.parse(readFileSync(report, 'utf8'));
const specs = /** @type {Suite[]} */ (suites).flatMap(specsOf);
console.log('\n| fault | survived |\n| --- | --- |');
for (const name of new Set(specs.map(({ title }) => title))) {
  const runs = specs.filter(({ title }) => title === name);
  console.log(`| ${name} | ${runs.filter(({ ok }) => ok).length} of ${runs.length} |`);
}
console.log(`\n${specs.filter(({ ok }) => ok).length} of ${specs.length} faults survived`);
process.exitCode = status ?? 1;
