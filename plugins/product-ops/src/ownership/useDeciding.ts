import { useState } from 'react';
import type {
  DecideOwnershipTransferBody,
  Transfer,
} from '@productops/backstage-plugin-product-ops-common';
import { useDecideTransfer } from '../api/ownershipHooks';
import { currentTransfer, refusalOf } from './refusal';

export type Decision = DecideOwnershipTransferBody['decision'];

/** What became of a decision. */
export interface Decided {
  entity: string;
  decision: Decision;
  /** How it is now, where somebody was faster. */
  current?: Transfer;
  /** Why it was not recorded, in other cases. */
  failure?: string;
}

/** Decides transfers, and keeps what became of the last decision for the page to tell. */
export function useDeciding() {
  const decide = useDecideTransfer();
  const [decided, setDecided] = useState<Decided>();

  return {
    busy: decide.isPending,
    decided,
    forget: () => setDecided(undefined),
    decide: async (
      { id, version, entity }: Transfer,
      decision: Decision,
      reason?: string,
    ) => {
      const about = { entity: entity.title, decision };
      try {
        await decide.mutateAsync({
          id,
          version,
          decision,
          ...(reason && { reason }),
        });
        setDecided(about);
      } catch (error) {
        const current = currentTransfer(error);
        setDecided({
          ...about,
          ...(current ? { current } : { failure: refusalOf(error).message }),
        });
      }
    },
  };
}

export type Deciding = ReturnType<typeof useDeciding>;
