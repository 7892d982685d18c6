import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import DueIcon from '@material-ui/icons/AccessTime';
import OverdueIcon from '@material-ui/icons/ReportProblemOutlined';
import UpcomingIcon from '@material-ui/icons/EventAvailable';
import type { Verification } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Muted,
  Row,
  Strong,
  Tag,
  type Tone,
  When,
} from '../components';
import { TierTag } from '../overview/TierTag';
import { useText } from '../useText';
import type { Answering } from './useAnswering';

const TONES: Record<Verification['state'], Tone> = {
  overdue: 'bad',
  due: 'warn',
  upcoming: 'neutral',
};
const ICONS = {
  overdue: OverdueIcon,
  due: DueIcon,
  upcoming: UpcomingIcon,
};

/** Whether a verification is due, by colour, shape and word. */
export function VerificationTag(props: { state: Verification['state'] }) {
  const t = useText();
  const Icon = ICONS[props.state];
  return (
    <Tag tone={TONES[props.state]} icon={<Icon aria-hidden />}>
      {t(`ownershipPage.verify.states.${props.state}`)}
    </Tag>
  );
}

/** The two answers. */
export function AnswerButtons(props: {
  verification: Verification;
  answering: Answering;
}) {
  const { verification, answering } = props;
  const { entity } = verification;
  const t = useText();
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="primary"
        disabled={answering.busy}
        aria-label={t('ownershipPage.verify.stillOursOf', {
          entity: entity.title,
        })}
        onClick={() => answering.confirm([verification])}
      >
        {t('ownershipPage.verify.stillOurs')}
      </Button>
      <Button
        size="small"
        disabled={answering.busy}
        aria-haspopup="dialog"
        aria-label={t('ownershipPage.verify.isWrongOf', {
          entity: entity.title,
        })}
        onClick={() => answering.openDispute(verification)}
      >
        {t('ownershipPage.verify.isWrong')}
      </Button>
    </>
  );
}

/** When it is due, and what was said last. */
export function VerificationFacts(props: { verification: Verification }) {
  const { dueAt, last } = props.verification;
  const t = useText();
  return (
    <Muted>
      {t('ownershipPage.verify.dueAt')} <When value={dueAt} />
      {' · '}
      {last ? (
        <>
          {last.answer === 'confirmed'
            ? t('ownershipPage.verify.confirmed')
            : t('ownershipPage.verify.wrong')}{' '}
          <EntityName entity={last.by} /> <When value={last.at} />
          {last.reason && ` · “${last.reason}”`}
        </>
      ) : (
        t('ownershipPage.verify.never')
      )}
    </Muted>
  );
}

/** One entity whose ownership is to be verified. */
export function VerificationRow(props: {
  verification: Verification;
  answering: Answering;
  lead: ReactNode;
}) {
  const { verification, answering, lead } = props;
  const { entity, owner, tier, state, mayAnswer } = verification;
  const t = useText();
  return (
    <Row
      lead={lead}
      head={
        <>
          <Strong>
            <EntityName entity={entity} />
          </Strong>
          <Muted>{entity.kind}</Muted>
          <VerificationTag state={state} />
          {tier !== undefined && <TierTag tier={tier} short />}
        </>
      }
      actions={
        mayAnswer && (
          <AnswerButtons verification={verification} answering={answering} />
        )
      }
    >
      <div>
        {owner ? (
          <EntityName entity={owner} />
        ) : (
          t('ownershipPage.verify.nobody')
        )}
      </div>
      <VerificationFacts verification={verification} />
    </Row>
  );
}
