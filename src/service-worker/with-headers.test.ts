import { expect, it } from 'vitest';
import { withHeaders } from './with-headers.ts';

const ISOLATION = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' };

it('adds what the host does not send and keeps what it does', async () => {
  const sent = { 'Content-Security-Policy': "connect-src 'self' https:", 'Cross-Origin-Embedder-Policy': 'credentialless' };
  const response = withHeaders(new Response('text', { headers: sent }), ISOLATION);
  expect(response.headers.get('Content-Security-Policy')).toBe("connect-src 'self' https:");
  expect(response.headers.get('Cross-Origin-Embedder-Policy')).toBe('credentialless');
  expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(await response.text()).toBe('text');
});

it('passes on what has failed', () => {
  const response = new Response(null, { status: 404 });
  expect(withHeaders(response, ISOLATION)).toBe(response);
});
