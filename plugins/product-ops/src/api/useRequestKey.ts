import { useRef } from 'react';
import { newId } from './newId';

/** Makes what tells one request from another: the same while nothing of it changes, however often it is sent. */
function useOnceFor(make: () => string): (request: object) => string {
  const last = useRef<{ body: string; made: string }>();
  return request => {
    const body = JSON.stringify(request);
    if (last.current?.body !== body) {
      last.current = { body, made: make() };
    }
    return last.current.made;
  };
}

/** Portals that are served by plain http have no `crypto.randomUUID`. */
function newKey(): string {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return [...random].map(part => part.toString(36)).join('-');
}

/** Gives a request its key, so that it is done once however often it is sent. */
export function useRequestKey(): (request: object) => string {
  return useOnceFor(newKey);
}

/** Gives what a request makes its id, so that it is made once however often it is sent. */
export function useNewId(): (request: object) => string {
  return useOnceFor(newId);
}
