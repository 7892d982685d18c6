import { useRef } from 'react';

/**
 * Gives a request its key: the same one while nothing of the request changes, so that it is done once however often it is
 * sent. Portals that are served by plain http have no `crypto.randomUUID`.
 */
export function useRequestKey(): (request: object) => string {
  const last = useRef<{ body: string; key: string }>();
  return request => {
    const body = JSON.stringify(request);
    if (last.current?.body !== body) {
      const random = crypto.getRandomValues(new Uint32Array(4));
      last.current = {
        body,
        key: [...random].map(part => part.toString(36)).join('-'),
      };
    }
    return last.current.key;
  };
}
