import { expect, it } from 'vitest';
import { recommendingCode } from './code.ts';

it('asks for the user that is shown and leaves out what that user rated', () => {
  const code = recommendingCode(15, 10);
  expect(code).toContain('user_id = 15\n');
  expect(code.indexOf('-np.inf')).toBeLessThan(code.indexOf('argsort'));
});
