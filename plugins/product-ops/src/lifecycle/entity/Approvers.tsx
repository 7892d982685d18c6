import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  NextStage,
  StageTransition,
} from '@productops/backstage-plugin-product-ops-common';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { EntityName, Tag, toneColors } from '../../components';
import { useText } from '../../useText';

type Approver = NextStage['approvers'][number];
type TransitionApprover = StageTransition['approvers'][number];

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    one: {
      padding: theme.spacing(0.5, 0),
      fontSize: '0.92rem',
      overflowWrap: 'anywhere',
    },
    name: { fontWeight: 700 },
    vacant: {
      display: 'flex',
      gap: theme.spacing(0.75),
      alignItems: 'flex-start',
      color: toneColors(theme, 'warn').ink,
      '& svg': { fontSize: '1.1rem', flex: 'none', marginTop: 2 },
    },
  }),
  { name: 'ProductOpsLifecycleApprovers' },
);

/** Some entities by name, one after the other. */
export function Holders(props: { holders: Approver['holders'] }) {
  return (
    <>
      {props.holders.map((holder, index) => (
        <span key={holder.ref}>
          {index > 0 && ', '}
          <EntityName entity={holder} />
        </span>
      ))}
    </>
  );
}

function Warning(props: { children: string }) {
  const classes = useStyles();
  return (
    <div className={classes.vacant}>
      <WarningIcon aria-hidden />
      <span>{props.children}</span>
    </div>
  );
}

/** Who has a say, who that is, what they said, and, plainly, where nobody is left to say it. */
export function Approvers(props: {
  label: string;
  approvers: (Approver | TransitionApprover)[];
}) {
  const classes = useStyles();
  const t = useText();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.approvers.map(one => {
        const { approver, title, holders } = one;
        const state = 'state' in one ? one.state : undefined;
        const undecided = state !== 'approved' && state !== 'skipped';
        const vacant = state === 'vacant' || holders.length === 0;
        const gone = holders.length > 0 && holders.every(({ known }) => !known);
        return (
          <li key={approver} className={classes.one}>
            <span className={classes.name}>{title}</span>
            {holders.length > 0 && (
              <>
                {': '}
                <Holders holders={holders} />
              </>
            )}{' '}
            {state && (
              <Tag tone={state === 'approved' ? 'ok' : 'neutral'}>
                {t(`lifecycleTab.approverStates.${state}`)}
              </Tag>
            )}
            {state === 'skipped' && (
              <div>{t('lifecycleTab.skipped', { approver: title })}</div>
            )}
            {undecided && vacant && !gone && (
              <Warning>{t('lifecycleTab.vacant', { approver: title })}</Warning>
            )}
            {undecided && gone && (
              <Warning>{t('lifecycleTab.gone', { approver: title })}</Warning>
            )}
          </li>
        );
      })}
    </ul>
  );
}
