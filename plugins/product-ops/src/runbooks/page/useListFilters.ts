import { useUrlState } from '../../components';

/**
 * What a list of all entities is narrowed to, as the address says: by product and team, beside what is the list's own,
 * and which page of it is shown.
 *
 * @param own - what is chosen of the list's own filters, by their names in the address
 */
export function useListFilters(
  own: Record<string, string | readonly unknown[] | undefined>,
) {
  const url = useUrlState();
  const product = url.get('product');
  const team = url.get('team');
  const cursor = url.get('cursor');
  const chosen = { ...own, product, team };
  const filtered = Object.values(chosen).some(value => value?.length);
  const clear = () =>
    url.patch(
      Object.fromEntries(Object.keys(chosen).map(name => [name, undefined])),
    );
  return {
    url,
    /** What all such lists are asked alike. */
    asked: {
      ...(product && { product }),
      ...(team && { team }),
      ...(cursor && { cursor }),
    },
    filtered,
    /** Takes the filters back, where there are any. */
    onClear: filtered ? clear : undefined,
    /** The same where the list failed, of which the page may be to blame. */
    onClearFailed: filtered || cursor ? clear : undefined,
  };
}

export type ListFilters = ReturnType<typeof useListFilters>;
