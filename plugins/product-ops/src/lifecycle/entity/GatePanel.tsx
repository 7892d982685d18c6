import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  EntityLifecycle,
  LifecycleActions,
  NextStage,
} from '@productops/backstage-plugin-product-ops-common';
import {
  Choice,
  Muted,
  Panel,
  Subheading,
  useUrlState,
} from '../../components';
import { useText } from '../../useText';
import { gateAnswer } from './answers';
import { Approvers } from './Approvers';
import { useAsk } from './asking';
import { CheckList, Tally } from './CheckList';

const useStyles = makeStyles(
  (theme: Theme) => ({
    choice: { marginBottom: theme.spacing(1.5), overflowX: 'auto' },
    answer: { fontWeight: 700, fontSize: '1rem' },
    ask: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'ProductOpsLifecycleGate' },
);

/** The button that asks for the stage, or why there is none. */
function AskButton(props: {
  next: NextStage;
  actions: LifecycleActions | undefined;
}) {
  const { next, actions } = props;
  const classes = useStyles();
  const t = useText();
  const ask = useAsk();
  if (!actions) {
    return null;
  }
  if (actions.transition) {
    return (
      <Muted>
        {t('lifecycleTab.openAlready', { stage: actions.transition.to.title })}
      </Muted>
    );
  }
  if (!actions.may.request) {
    return <Muted>{t('lifecycleTab.mayNotRequest')}</Muted>;
  }
  return (
    <Button
      className={classes.ask}
      variant="contained"
      color="primary"
      aria-haspopup="dialog"
      onClick={() => ask({ what: 'request', next })}
    >
      {t('lifecycleTab.ask', { stage: next.title })}
    </Button>
  );
}

/** Who approves the entry of a stage. */
function Who(props: { next: NextStage }) {
  const { approvers, fourEyes } = props.next;
  const t = useText();
  return (
    <>
      <Subheading>{t('lifecycleTab.approves')}</Subheading>
      {approvers.length === 0 ? (
        t('lifecycleTab.nobodyApproves')
      ) : (
        <>
          <Approvers label={t('lifecycleTab.approves')} approvers={approvers} />
          {fourEyes && <Muted>{t('lifecycleTab.fourEyes')}</Muted>}
        </>
      )}
    </>
  );
}

/** The stages that may come next, one at a time: what keeps its gate closed, who approves, and how to ask for it. */
export function GatePanel(props: {
  lifecycle: EntityLifecycle;
  actions: LifecycleActions | undefined;
}) {
  const { lifecycle, actions } = props;
  const { next, entity } = lifecycle;
  const classes = useStyles();
  const t = useText();
  const { get, patch } = useUrlState();
  const asked = get('to');
  const under = actions?.transition?.to.stage;
  const shown =
    next.find(({ stage }) => stage === asked) ??
    next.find(({ stage }) => stage === under) ??
    next.find(({ direction }) => direction === 'forward') ??
    next[0];
  if (!shown) {
    return (
      <Panel title={t('lifecycleTab.next')}>{t('lifecycleTab.noNext')}</Panel>
    );
  }
  return (
    <Panel title={t('lifecycleTab.next')}>
      {next.length > 1 && (
        <div className={classes.choice}>
          <Choice
            label={t('lifecycleTab.nextStage')}
            value={shown.stage}
            options={next.map(({ stage, title, direction }) => ({
              value: stage,
              label:
                direction === 'back'
                  ? t('lifecycleTab.back', { stage: title })
                  : title,
            }))}
            onChange={to => patch({ to }, { replace: true })}
          />
        </div>
      )}
      <Typography className={classes.answer}>
        {gateAnswer(t, shown.title, shown.readiness)}
      </Typography>
      <Tally readiness={shown.readiness} />
      <CheckList
        key={shown.stage}
        label={t('lifecycleTab.checks', { stage: shown.title })}
        checks={shown.checks}
        entity={entity}
        actions={actions}
      />
      {/* Of a move that is under way, its own panel says who has approved. */}
      {shown.stage !== under && <Who next={shown} />}
      <AskButton next={shown} actions={actions} />
    </Panel>
  );
}
