import { expect, it } from 'vitest';
import { addUp, countCheck, countE2e, countUnit, judgeRunner } from './count.mjs';

const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failed = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
const broken = { status: 'failed', assertionResults: [] };

it('counts a check as one', () => {
  expect(countCheck(0)).toEqual({ passed: 1, failed: 0 });
  expect(countCheck(2)).toEqual({ passed: 0, failed: 1 });
});

it('adds counts up', () => {
  const counts = [countCheck(0), countCheck(2), { passed: 20, failed: 3 }];
  expect(addUp(counts)).toEqual({ passed: 21, failed: 4 });
});

it('counts unit tests, and a file that does not load as a failed one', () => {
  const report = { numPassedTests: 2, numFailedTests: 1, testResults: [passed, failed, broken] };
  expect(countUnit(report)).toEqual({ passed: 2, failed: 2 });
});

it('counts a test that passed at the second try as failed', () => {
  expect(countE2e({ stats: { expected: 5, unexpected: 1, flaky: 2 } })).toEqual({ passed: 5, failed: 3 });
});

it('believes a runner that ended well', () => {
  expect(judgeRunner({ passed: 7, failed: 0 }, 0)).toEqual({ passed: 7, failed: 0 });
  expect(judgeRunner({ passed: 7, failed: 2 }, 1)).toEqual({ passed: 7, failed: 2 });
});

it.each([
  ['wrote no report', undefined, 0],
  ['ran no test', { passed: 0, failed: 0 }, 0],
  ['failed after its tests', { passed: 7, failed: 0 }, 1],
])('finds one failure in a runner that %s', (_, counted, exitCode) => {
  expect(judgeRunner(counted, exitCode).failed).toBe(1);
});
