import { describe, expect, it } from 'vitest';
import { findBrowser, findFirefox, findWebKit } from './find-browser.mjs';

/** A machine on which only these programs start. */
function machine(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, programs: readonly string[]) {
  return { platform, env, works: (program: string) => programs.includes(program) };
}

const PATH = '/usr/local/bin:/usr/bin';

describe.each([
  ['Linux', machine('linux', { PATH }, ['/usr/bin/chromium']), '/usr/bin/chromium'],
  ['Ubuntu', machine('linux', { PATH }, ['/usr/bin/chromium-browser']), '/usr/bin/chromium-browser'],
  ['Linux without a path', machine('linux', {}, ['/snap/bin/chromium']), '/snap/bin/chromium'],
  [
    'macOS',
    machine('darwin', { HOME: '/Users/ada' }, ['/Users/ada/Applications/Brave Browser.app/Contents/MacOS/Brave Browser']),
    '/Users/ada/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  [
    'Windows',
    machine('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, [
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ]),
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
])('on %s', (_, here, program) => {
  it(`finds ${program}`, () => expect(findBrowser(here)).toBe(program));
});

it('prefers Chrome, and the one first on the path', () => {
  const programs = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/local/bin/google-chrome'];
  expect(findBrowser(machine('linux', { PATH }, programs))).toBe('/usr/local/bin/google-chrome');
});

it('passes over a program that does not start', () => {
  expect(findBrowser(machine('linux', { PATH }, ['/usr/bin/brave-browser']))).toBe('/usr/bin/brave-browser');
  expect(findBrowser(machine('linux', { PATH }, []))).toBeUndefined();
});

it('takes CHROME_PATH before all others, and complains when it leads nowhere', () => {
  const env = { PATH, CHROME_PATH: '/opt/mine/chrome' };
  expect(findBrowser(machine('linux', env, ['/opt/mine/chrome', '/usr/bin/google-chrome']))).toBe('/opt/mine/chrome');
  expect(() => findBrowser(machine('linux', env, ['/usr/bin/google-chrome']))).toThrow('CHROME_PATH is "/opt/mine/chrome"');
});

it.each([
  ['Debian', machine('linux', { PATH }, ['/usr/bin/firefox', '/usr/bin/firefox-esr']), '/usr/bin/firefox-esr'],
  [
    'macOS',
    machine('darwin', { PATH }, ['/Applications/Firefox.app/Contents/MacOS/firefox']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
  [
    'Windows',
    machine('win32', { PROGRAMFILES: 'C:\\Program Files' }, ['C:\\Program Files\\Mozilla Firefox\\firefox.exe']),
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  ['a machine without it', machine('linux', { PATH }, ['/usr/bin/chromium']), undefined],
])('finds Firefox on %s', (_, here, program) => {
  expect(findFirefox(here)).toBe(program);
});

describe('WebKit', () => {
  const DEBIAN = '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
  const FEDORA = '/usr/libexec/webkit2gtk-4.1/MiniBrowser';
  const withFiles = (...files: readonly string[]) => ({
    env: { PATH },
    exists: (path: string) => files.includes(path),
    folders: (folder: string) => (folder === '/usr/lib' ? ['/usr/lib/aarch64-linux-gnu'] : []),
  });
  const tools = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

  it('is found beside the libraries of any architecture', () => {
    expect(findWebKit(withFiles(...tools, DEBIAN))).toBe(DEBIAN);
    expect(findWebKit(withFiles(...tools, FEDORA))).toBe(FEDORA);
  });

  it.each(tools)('cannot be driven without %s', (missing) => {
    expect(findWebKit(withFiles(...tools.filter((tool) => tool !== missing), DEBIAN))).toBeUndefined();
  });
});
