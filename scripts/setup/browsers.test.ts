import { expect, it } from 'vitest';
import { readNames, reportMissing } from './browsers.mjs';

const ALL = { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox', webkit: '/usr/lib/MiniBrowser' };

it('reads names of browsers, and refuses others', () => {
  expect(readNames(undefined)).toEqual([]);
  expect(readNames('chromium,firefox,webkit')).toEqual(['chromium', 'firefox', 'webkit']);
  expect(() => readNames('chromium,opera')).toThrow('MATINEE_BROWSERS names “opera”');
});

it('says in one line each what is not there, and what to install', () => {
  expect(reportMissing(ALL, ['firefox', 'webkit'])).toEqual([]);
  expect(reportMissing({ ...ALL, firefox: '', webkit: '' }, ['chromium'])).toEqual([
    expect.stringContaining('Debian: firefox-esr'),
    expect.stringContaining('Debian: webkit2gtk-driver and xvfb'),
  ]);
});

it('fails where a browser that must be there is not', () => {
  expect(() => reportMissing({ ...ALL, webkit: '' }, ['chromium', 'webkit'])).toThrow('No WebKit to drive here');
  expect(reportMissing({ ...ALL, webkit: '' }, ['firefox'])).toHaveLength(1);
});
