/** The response with those headers added that it lacks; the host's own stay as they are. Failures and redirects pass unchanged. */
export function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  if (!response.ok) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (!all.has(name)) all.set(name, value);
  }
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers: all });
}
