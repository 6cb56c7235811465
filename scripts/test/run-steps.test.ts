import { expect, it } from 'vitest';
import { runSteps } from './run-steps.mjs';

const step = (name: string, passed: number, failed: number) => ({ name, run: async () => ({ passed, failed }) });

it('adds up all steps', async () => {
  expect(await runSteps([step('a', 1, 0), step('b', 20, 0)], () => {})).toEqual({ passed: 21, failed: 0 });
});

it('stops after the first step that fails, and counts its tests', async () => {
  const printed: string[] = [];
  const steps = [step('a', 1, 0), step('b', 20, 3), step('c', 5, 0)];
  expect(await runSteps(steps, (line) => printed.push(line))).toEqual({ passed: 21, failed: 3 });
  expect(printed.join()).not.toContain('c');
});

it('counts a step that throws as one failure and says why', async () => {
  const printed: string[] = [];
  const broken = { name: 'a', run: () => Promise.reject(new Error('npm was not found')) };
  expect(await runSteps([broken], (line) => printed.push(line))).toEqual({ passed: 0, failed: 1 });
  expect(printed).toContain('npm was not found');
});
