import Button from '@material-ui/core/Button';
import type {
  LifecycleActions,
  LifecycleCheck,
} from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../useText';
import { useAsk } from './asking';
import { standingOfCheck } from './standing';

/** What of a check the reader may do something about, by the answer of the backend alone. */
function possible(
  check: LifecycleCheck,
  actions: LifecycleActions | undefined,
) {
  const standing = standingOfCheck(check);
  return {
    attestation: actions?.attestations.find(
      one => one.check.id === check.id && one.mayAnswer,
    ),
    mayWaive:
      (standing === 'failed' || standing === 'open') &&
      Boolean(actions?.may.waive.includes(check.id)),
    waiver: actions?.waivers.find(
      one => one.check.id === check.id && one.mayRevoke,
    ),
  };
}

/** The buttons of a check. */
export function CheckActions(props: {
  check: LifecycleCheck;
  actions: LifecycleActions | undefined;
}) {
  const { check, actions } = props;
  const { attestation, mayWaive, waiver } = possible(check, actions);
  const t = useText();
  const ask = useAsk();
  const name = { check: check.title };
  return (
    <>
      {attestation && (
        <Button
          size="small"
          variant="outlined"
          color="primary"
          aria-haspopup="dialog"
          aria-label={t('lifecycleTab.attestOf', name)}
          onClick={() => ask({ what: 'attest', attestation })}
        >
          {t('lifecycleTab.attest')}
        </Button>
      )}
      {mayWaive && (
        <Button
          size="small"
          aria-haspopup="dialog"
          aria-label={t('lifecycleTab.waiveOf', name)}
          onClick={() => ask({ what: 'waive', check })}
        >
          {t('lifecycleTab.waive')}
        </Button>
      )}
      {waiver && (
        <Button
          size="small"
          aria-haspopup="dialog"
          aria-label={t('lifecycleTab.revokeOf', name)}
          onClick={() => ask({ what: 'revoke', waiver })}
        >
          {t('lifecycleTab.revoke')}
        </Button>
      )}
    </>
  );
}
