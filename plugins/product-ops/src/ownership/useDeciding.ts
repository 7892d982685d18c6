import { useState } from 'react';
import type {
  DecideOwnershipTransferBody,
  Transfer,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../api/conflicts';
import { useDecideTransfer } from '../api/ownershipHooks';
import { currentTransfer } from './conflicts';

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
  const [declining, setDeclining] = useState<Transfer>();

  return {
    busy: decide.isPending,
    decided,
    forget: () => setDecided(undefined),
    /** The transfer that is being declined: its row may change or go while one writes why. */
    declining,
    askWhy: setDeclining,
    decide: async (
      { id, version, entity }: Transfer,
      decision: Decision,
      reason?: string,
    ): Promise<Decided> => {
      const about = { entity: entity.title, decision };
      const tell = (told: Decided): Decided => {
        setDecided(told);
        return told;
      };
      try {
        await decide.mutateAsync({
          id,
          version,
          decision,
          ...(reason && { reason }),
        });
        return tell(about);
      } catch (error) {
        const current = currentTransfer(error);
        return tell({
          ...about,
          ...(current ? { current } : { failure: refusalOf(error).message }),
        });
      }
    },
  };
}

export type Deciding = ReturnType<typeof useDeciding>;
