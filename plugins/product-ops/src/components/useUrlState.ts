import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What of the page's state the address carries; unset names are left out of it. */
export type UrlPatch = Record<string, string | string[] | undefined>;

/**
 * The page's state, kept in the address so that a link shows a colleague the same thing. Names that are not
 * ours are left alone. Any change of another name than `cursor` starts again from the first page.
 */
export function useUrlState() {
  const [params, setParams] = useSearchParams();

  const patch = useCallback(
    (changes: UrlPatch, options?: { replace?: boolean }) =>
      setParams(current => applyPatch(current, changes), options),
    [setParams],
  );

  return useMemo(
    () => ({
      get: (name: string) => params.get(name) ?? undefined,
      getAll: (name: string) => params.getAll(name),
      patch,
      /** The address with some changes, for links. */
      hrefWith: (changes: UrlPatch) => `?${applyPatch(params, changes)}`,
    }),
    [params, patch],
  );
}

function applyPatch(
  current: URLSearchParams,
  changes: UrlPatch,
): URLSearchParams {
  const next = new URLSearchParams(current);
  if (!('cursor' in changes)) {
    next.delete('cursor');
  }
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of [value ?? []].flat()) {
      next.append(name, one);
    }
  }
  return next;
}
