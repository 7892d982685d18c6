import { makeStyles } from '@material-ui/core/styles';
import type { Verification } from '@productops/backstage-plugin-product-ops-common';
import { distance, EntityName, Muted, Notice, Strong } from '../components';
import { useText } from '../useText';
import { OwnerDialog } from './OwnerDialog';
import type { Answering, Outcome } from './useAnswering';

const useStyles = makeStyles(
  {
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      maxHeight: 240,
      overflowY: 'auto',
      '& li': { padding: '3px 0' },
    },
  },
  { name: 'ProductOpsVerificationOutcomes' },
);

/** What somebody else has made of it meanwhile. */
function CurrentVerification(props: { current: Verification }) {
  const { state, dueAt, owner, last } = props.current;
  const t = useText();
  return (
    <div>
      {t('ownershipPage.verify.now', {
        state: t(`ownershipPage.verify.states.${state}`),
        due: t('ownershipPage.verify.nowDue', {
          when: distance(dueAt) ?? dueAt,
        }),
        owner: owner?.title ?? t('ownershipPage.verify.nowNobody'),
      })}
      {last && (
        <>
          {' '}
          {last.answer === 'confirmed'
            ? t('ownershipPage.verify.confirmed')
            : t('ownershipPage.verify.wrong')}{' '}
          {last.by.title}, {distance(last.at) ?? last.at}
          {last.reason && ` · “${last.reason}”`}
        </>
      )}
    </div>
  );
}

/** What became of the answer about one entity, in words. */
function OutcomeText(props: { outcome: Outcome }) {
  const { entity, outcome, message, current, transfer, opened } = props.outcome;
  const t = useText();
  return (
    <>
      <Strong>
        <EntityName entity={entity} />
      </Strong>
      : {t(`ownershipPage.verify.outcomes.${outcome}`)}
      {outcome === 'invalid' && message && ` (${message})`}
      {transfer && (
        <>
          ,{' '}
          {opened === false
            ? t('ownershipPage.verify.openAlready')
            : t('ownershipPage.verify.proposed')}{' '}
          <EntityName entity={transfer.to} />
        </>
      )}
      {current && <CurrentVerification current={current} />}
    </>
  );
}

/** What became of the answers, entity by entity. */
function VerificationOutcomes(props: { answering: Answering }) {
  const { outcomes, failure, forget } = props.answering;
  const classes = useStyles();
  const t = useText();
  return (
    <Notice
      label={t('ownershipPage.verify.results')}
      good={!failure && outcomes.every(({ outcome }) => outcome === 'recorded')}
      onHide={forget}
    >
      {failure
        ? `${t('ownershipPage.verify.failed')}: ${failure}`
        : outcomes.length > 0 && (
            <ul className={classes.list}>
              {outcomes.map(outcome => (
                <li key={outcome.entity.ref}>
                  <OutcomeText outcome={outcome} />
                </li>
              ))}
            </ul>
          )}
    </Notice>
  );
}

/** What stands in the way of an answer. */
function Refusal(props: { outcome?: Outcome; failure?: string }) {
  const { outcome, failure } = props;
  const t = useText();
  if (outcome) {
    return <OutcomeText outcome={outcome} />;
  }
  return (
    <Muted>
      {t('ownershipPage.verify.failed')}: {failure}
    </Muted>
  );
}

/** Asks what is wrong, where that has been said. */
function WrongDialog(props: { answering: Answering }) {
  const { disputed, dispute, closeDispute } = props.answering;
  const t = useText();
  if (!disputed) {
    return null;
  }
  return (
    <OwnerDialog
      title={t('ownershipPage.verify.wrongTitle', {
        entity: disputed.entity.title,
      })}
      text={t('ownershipPage.verify.wrongText')}
      submit={t('ownershipPage.verify.wrongSubmit')}
      reason="required"
      to="optional"
      onClose={closeDispute}
      onSubmit={async values => {
        const { outcome, failure } = await dispute(disputed, values);
        return outcome || failure ? (
          <Refusal outcome={outcome} failure={failure} />
        ) : undefined;
      }}
    />
  );
}

/** What became of the answers, and the dialog that asks for more. */
export function AnswersTold(props: { answering: Answering }) {
  return (
    <>
      <VerificationOutcomes answering={props.answering} />
      <WrongDialog answering={props.answering} />
    </>
  );
}
