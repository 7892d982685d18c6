import EndedIcon from '@material-ui/icons/Block';
import ExpiredIcon from '@material-ui/icons/EventBusy';
import InForceIcon from '@material-ui/icons/EventAvailable';
import type {
  Waiver,
  WaiverState,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Muted,
  OnDate,
  Tag,
  type Tone,
  When,
} from '../../components';
import { useText } from '../../useText';

const LOOKS: Record<WaiverState, { tone: Tone; Icon: typeof EndedIcon }> = {
  active: { tone: 'info', Icon: InForceIcon },
  expired: { tone: 'warn', Icon: ExpiredIcon },
  revoked: { tone: 'neutral', Icon: EndedIcon },
};

/** Whether a waiver counts, by colour, shape and word. */
export function WaiverTag(props: { state: WaiverState }) {
  const { tone, Icon } = LOOKS[props.state];
  const t = useText();
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {t(`lifecycleTab.waiverStates.${props.state}`)}
    </Tag>
  );
}

/** Until when, why, by whom, and how it ended. */
export function WaiverFacts(props: { waiver: Waiver }) {
  const {
    state,
    stages,
    until,
    reason,
    by,
    at,
    revokedBy,
    revokedAt,
    revokedReason,
  } = props.waiver;
  const t = useText();
  const date = <OnDate value={until} />;
  return (
    <>
      <div>
        <WaiverTag state={state} />{' '}
        {state === 'expired'
          ? t('lifecycleTab.waiverUntilPast', { date })
          : t('lifecycleTab.waiverUntil', { date })}
      </div>
      <div>“{reason}”</div>
      {stages.length > 0 && (
        <Muted>
          {t('lifecycleTab.waiverFor', {
            stages: stages.map(({ title }) => title).join(', '),
          })}
        </Muted>
      )}
      <Muted>
        {t('lifecycleTab.waiverBy', {
          person: <EntityName entity={by} />,
          date: <When value={at} />,
        })}
      </Muted>
      {revokedBy && revokedAt && (
        <Muted>
          {t('lifecycleTab.waiverEnded', {
            person: <EntityName entity={revokedBy} />,
            date: <When value={revokedAt} />,
            reason: revokedReason ?? '',
          })}
        </Muted>
      )}
    </>
  );
}
