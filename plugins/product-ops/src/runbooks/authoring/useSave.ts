import { useState } from 'react';
import type { WrittenRunbookDetails } from '@productops/backstage-plugin-product-ops-common';
import { useChangeRunbook, useWriteRunbook } from '../../api/authoringHooks';
import { currentOf, isFields, refusalOf } from '../../api/conflicts';
import type { Saved } from './Conflict';

/** What the answer of a 409 says is saved now; undefined where it says something else. */
function savedOf(error: unknown): Saved | undefined {
  const current = currentOf(error);
  if (!current) {
    return undefined;
  }
  const { text, version, at, by, state } = current;
  const title = isFields(by) ? by.title : undefined;
  return typeof text === 'string' &&
    typeof version === 'string' &&
    typeof at === 'string'
    ? {
        text,
        version,
        at,
        removed: state === 'removed',
        by: typeof title === 'string' ? title : '?',
      }
    : undefined;
}

/** Saves a text: a new runbook, or a new version of one. */
export function useSave(options: { entityRef: string; id?: string }) {
  const { entityRef, id } = options;
  const write = useWriteRunbook(entityRef);
  const change = useChangeRunbook(entityRef, id ?? '');
  const [conflict, setConflict] = useState<Saved>();
  const [refusal, setRefusal] = useState<string>();

  async function attempt(
    send: () => Promise<WrittenRunbookDetails>,
  ): Promise<WrittenRunbookDetails | undefined> {
    setRefusal(undefined);
    try {
      const saved = await send();
      setConflict(undefined);
      return saved;
    } catch (error) {
      const saved = savedOf(error);
      setConflict(saved);
      if (!saved) {
        setRefusal(refusalOf(error).message);
      }
      return undefined;
    }
  }

  return {
    busy: write.isPending || change.isPending,
    conflict,
    refusal,
    settle: () => setConflict(undefined),
    save: (text: string, given: { base?: string; note?: string }) =>
      attempt(() =>
        id === undefined
          ? write.mutateAsync({ text })
          : change.mutateAsync({
              version: given.base ?? '',
              text,
              ...(given.note && { note: given.note }),
            }),
      ),
    bringBack: (version: string) =>
      attempt(() => change.mutateAsync({ version, removed: false })),
  };
}
