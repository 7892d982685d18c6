import { useUrlState } from '../../components';

/** An item that is looked at in full. */
export interface OpenItem {
  entityRef: string;
  id: string;
  source?: string;
}

/** At most two: those of a dependency. */
const MOST_OPEN = 2;

const isOurs = (source: string | undefined) =>
  source === 'declared' || source === 'recorded';

function read(text: string): OpenItem | undefined {
  const parts = /^(?:(declared|recorded)\/)?([^@/]{1,100})@([^@]{3,255})$/.exec(
    text,
  );
  return parts
    ? { source: parts[1], id: parts[2], entityRef: parts[3] }
    : undefined;
}

/** The items that the address has open. */
export function useOpenItems(): {
  open: OpenItem[];
  setOpen: (items: OpenItem[]) => void;
} {
  const url = useUrlState();
  return {
    open: url
      .getAll('item')
      .slice(0, MOST_OPEN)
      .flatMap(text => read(text) ?? []),
    setOpen: items =>
      url.patch({
        cursor: url.get('cursor'),
        item: items
          .slice(0, MOST_OPEN)
          .map(({ source, id, entityRef }) =>
            isOurs(source)
              ? `${source}/${id}@${entityRef}`
              : `${id}@${entityRef}`,
          ),
      }),
  };
}
