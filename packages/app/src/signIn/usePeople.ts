import { ResponseError } from '@backstage/errors';
import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Someone to sign in as. */
export interface Person {
  entityRef: string;
  displayName: string;
  title?: string;
  teams: string[];
}

export interface People {
  people: Person[];
  /** How many people match, also those beyond what the list holds. */
  total: number;
}

export interface PeopleState {
  /** The last answer, kept on screen while the next one is on its way. */
  value?: People;
  error?: Error;
}

/** How long typing may pause before asking, and how soon to ask again while the backend or the catalog comes up. */
const TYPING_PAUSE_MS = 150;
const RETRY_MS = 2000;

/**
 * The people that match a search. A portal that was just started has a backend that does not answer yet, then a catalog
 * that is still empty: both are waited for.
 */
export function usePeople(search: string): PeopleState {
  const discovery = useApi(discoveryApiRef);
  const [state, setState] = useState<PeopleState>({});

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;

    const ask = async () => {
      let again = false;
      try {
        const baseUrl = await discovery.getBaseUrl('auth');
        // The people are asked for before there is a session, hence not the fetch API, which adds a token.
        const response = await fetch(
          `${baseUrl}/development/start?${new URLSearchParams({ search })}`,
          { signal: abort.signal },
        );
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
        const value: People = await response.json();
        if (!abort.signal.aborted) {
          setState({ value });
        }
        again = value.total === 0 && search === '';
      } catch (error) {
        if (!abort.signal.aborted) {
          setState(previous => ({
            ...previous,
            error: error instanceof Error ? error : new Error(String(error)),
          }));
        }
        again = true;
      }
      if (again && !abort.signal.aborted) {
        timer = setTimeout(ask, RETRY_MS);
      }
    };

    timer = setTimeout(ask, search ? TYPING_PAUSE_MS : 0);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [discovery, search]);

  return state;
}
