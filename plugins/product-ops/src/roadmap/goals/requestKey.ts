/**
 * A key under which a request is done once, however often it is sent. It need be unique for its person only, and portals
 * without TLS give no other source of chance.
 */
export function requestKey(): string {
  const part = () => Math.random().toString(36).slice(2);
  return `${Date.now().toString(36)}-${part()}${part()}`;
}
