import { expect, it } from 'vitest';
import { opener } from './open-in-browser.mjs';

it.each([
  ['darwin', {}, 'open'],
  ['win32', {}, 'cmd'],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
] as const)('on %s with %j it is %s', (platform, env, program) => {
  expect(opener(platform, env)?.[0]).toBe(program);
});

it.each([
  ['linux', {}],
  ['darwin', { CI: 'true' }],
] as const)('on %s with %j there is none', (platform, env) => {
  expect(opener(platform, env)).toBeUndefined();
});
