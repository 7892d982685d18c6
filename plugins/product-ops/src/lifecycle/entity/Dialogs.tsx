import { type ReactNode, useState } from 'react';
import type { EntityLifecycle } from '@productops/backstage-plugin-product-ops-common';
import { type Asking, AskingContext } from './asking';
import { AttestDialog } from './AttestDialog';
import { DecideDialog } from './DecideDialog';
import { RequestDialog } from './RequestDialog';
import { RevokeDialog, WaiveDialog } from './WaiverDialogs';

function OpenDialog(props: {
  asking: Asking;
  lifecycle: EntityLifecycle;
  onClose: () => void;
}) {
  const { asking, lifecycle, onClose } = props;
  const entityRef = lifecycle.entity.ref;
  switch (asking.what) {
    case 'request':
      return (
        <RequestDialog
          lifecycle={lifecycle}
          next={asking.next}
          onClose={onClose}
        />
      );
    case 'decide':
      return <DecideDialog {...asking} onClose={onClose} />;
    case 'attest':
      return (
        <AttestDialog
          entityRef={entityRef}
          attestation={asking.attestation}
          onClose={onClose}
        />
      );
    case 'waive':
      return (
        <WaiveDialog
          entityRef={entityRef}
          check={asking.check}
          onClose={onClose}
        />
      );
    default:
      return <RevokeDialog waiver={asking.waiver} onClose={onClose} />;
  }
}

/**
 * The page with its one open dialog. It is kept here and not beside its button: what changes meanwhile may take the
 * button away, but never what somebody is writing.
 */
export function Dialogs(props: {
  lifecycle: EntityLifecycle;
  children: ReactNode;
}) {
  const [asking, setAsking] = useState<Asking>();
  return (
    <AskingContext.Provider value={setAsking}>
      {props.children}
      {asking && (
        <OpenDialog
          asking={asking}
          lifecycle={props.lifecycle}
          onClose={() => setAsking(undefined)}
        />
      )}
    </AskingContext.Provider>
  );
}
