import { createContext, useContext } from 'react';
import type {
  CheckName,
  LifecycleActions,
  NextStage,
  StageTransition,
  Waiver,
} from '@productops/backstage-plugin-product-ops-common';

/** What the reader is about to do, with what was seen when it was begun. */
export type Asking =
  | { what: 'request'; next: NextStage }
  | {
      what: 'decide';
      transition: StageTransition;
      decision: 'approve' | 'refuse' | 'withdraw';
    }
  | {
      what: 'attest';
      attestation: LifecycleActions['attestations'][number];
    }
  | { what: 'waive'; check: CheckName }
  | { what: 'revoke'; waiver: Waiver };

/** Opens the dialog of something. */
export const AskingContext = createContext<(asking: Asking) => void>(() => {});

export function useAsk(): (asking: Asking) => void {
  return useContext(AskingContext);
}
