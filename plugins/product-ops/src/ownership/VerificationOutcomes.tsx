import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Verification } from '@productops/backstage-plugin-product-ops-common';
import {
  distance,
  EntityName,
  line,
  linksInText,
  toneColors,
} from '../components';
import { useText } from '../useText';
import { Muted, Strong } from './rows';
import type { Answering, Outcome } from './useAnswering';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: (props: { good: boolean }) => {
      const tone = toneColors(theme, props.good ? 'ok' : 'warn');
      return {
        border: `1px solid ${tone.border}`,
        background: tone.background,
        color: tone.ink,
        borderRadius: 8,
        padding: theme.spacing(1, 2),
        marginBottom: theme.spacing(1.5),
        fontSize: '0.92rem',
        display: 'flex',
        justifyContent: 'space-between',
        alignItems: 'flex-start',
        gap: theme.spacing(2),
        overflowWrap: 'anywhere',
        ...linksInText,
        '& a': { color: 'inherit', textDecoration: 'underline' },
      };
    },
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      minWidth: 0,
      maxHeight: 240,
      overflowY: 'auto',
      '& li': { padding: '3px 0', borderColor: line(theme) },
    },
    dismiss: { flex: 'none', color: 'inherit' },
  }),
  { name: 'ProductOpsVerificationOutcomes' },
);

/** What somebody else has made of it meanwhile. */
export function CurrentVerification(props: { current: Verification }) {
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
export function OutcomeText(props: { outcome: Outcome }) {
  const { entity, outcome, message, current, transfer } = props.outcome;
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
          , {t('ownershipPage.verify.proposed')}{' '}
          <EntityName entity={transfer.to} />
        </>
      )}
      {current && <CurrentVerification current={current} />}
    </>
  );
}

/** What became of the answers, entity by entity, until it is hidden or something else is answered. */
export function VerificationOutcomes(props: { answering: Answering }) {
  const { outcomes, failure, forget } = props.answering;
  const good =
    !failure && outcomes.every(({ outcome }) => outcome === 'recorded');
  const classes = useStyles({ good });
  const t = useText();
  if (!failure && outcomes.length === 0) {
    // The live region is there before it is filled, or it would not be read out.
    return <div role="status" aria-label={t('ownershipPage.verify.results')} />;
  }
  return (
    <div role="status" aria-label={t('ownershipPage.verify.results')}>
      <div className={classes.root}>
        {failure ? (
          <span>
            {t('ownershipPage.verify.failed')}: {failure}
          </span>
        ) : (
          <ul className={classes.list}>
            {outcomes.map(outcome => (
              <li key={outcome.entity.ref}>
                <OutcomeText outcome={outcome} />
              </li>
            ))}
          </ul>
        )}
        <Button size="small" className={classes.dismiss} onClick={forget}>
          {t('ownershipPage.verify.dismiss')}
        </Button>
      </div>
    </div>
  );
}

/** What stands in the way of an answer, in a dialog. */
export function Refusal(props: { outcome?: Outcome; failure?: string }) {
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
