import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  EntityLink,
  EntitySunset,
  SunsetDependantView,
  SunsetPlan,
  SunsetPlanOutline,
} from '@productops/backstage-plugin-product-ops-common';
import { useEntitySunset } from '../../api/lifecyclePortfolioHooks';
import {
  EntityName,
  Lines,
  Missing,
  Muted,
  Notice,
  Panel,
  Strong,
  Subheading,
} from '../../components';
import { useText } from '../../useText';
import { AnswerDialog } from './AnswerDialog';
import type { OnAnswer } from './DependantRow';
import { Dependants } from './Dependants';
import { DependsOnLeaving } from './DependsOnLeaving';
import { EndDialog } from './EndDialog';
import { NewPlanDialog } from './NewPlanDialog';
import { PlanDialog } from './PlanDialog';
import { PlanFacts } from './PlanFacts';
import { leavingSentence, waitingSentence } from './sentences';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
      // What became of the plan is told here, and takes no room before.
      '& > [role="status"]:empty': { marginBottom: theme.spacing(-2) },
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    answer: { fontSize: '1.05rem', fontWeight: 700, overflowWrap: 'anywhere' },
    teach: { marginBottom: theme.spacing(1.5) },
  }),
  { name: 'ProductOpsSunsetPanel' },
);

function Teams(props: { teams: SunsetPlan['teams'] }) {
  const { teams } = props;
  const t = useText();
  return (
    <>
      <Subheading>{t('sunset.teams')}</Subheading>
      <Lines label={t('sunset.teams')}>
        {teams.map(({ owner, dependants, open }) => (
          <li key={owner?.ref ?? 'none'}>
            {owner ? <EntityName entity={owner} /> : t('sunset.nobody')}
            <span>
              {t('sunset.teamCount', { count: dependants })}
              {open > 0 && `, ${t('sunset.teamOpen', { count: open })}`}
            </span>
          </li>
        ))}
      </Lines>
    </>
  );
}

/**
 * What a dialog is open for, as it was when it was opened. It belongs to the panel and not to what is shown in it, which
 * a refused write may take out of sight together with what was typed.
 */
type Open =
  | { dialog: 'begin' }
  | { dialog: 'change' | 'end'; plan: SunsetPlan }
  | {
      dialog: 'answer';
      plan: SunsetPlanOutline;
      dependant: SunsetDependantView;
    };

function Dialogs(props: {
  entity: EntityLink;
  open: Open;
  onClose: () => void;
  onDone: (told: string) => void;
}) {
  const { entity, open, onClose, onDone } = props;
  const t = useText();
  const onSaved = () => onDone(t('sunset.saved'));
  switch (open.dialog) {
    case 'begin':
      return (
        <NewPlanDialog entity={entity} onClose={onClose} onSaved={onSaved} />
      );
    case 'change':
      return (
        <PlanDialog
          entity={entity}
          plan={open.plan}
          onClose={onClose}
          onSaved={onSaved}
        />
      );
    case 'end':
      return (
        <EndDialog
          plan={open.plan}
          onClose={onClose}
          onEnded={() => onDone(t('sunset.ended'))}
        />
      );
    default:
      return (
        <AnswerDialog
          plan={open.plan}
          dependant={open.dependant}
          onClose={onClose}
          onAnswered={() =>
            onDone(
              t('sunset.recorded', { entity: open.dependant.entity.title }),
            )
          }
        />
      );
  }
}

function PlanOf(props: {
  sunset: EntitySunset;
  onOpen: (open: Open) => void;
  onAnswer: OnAnswer;
}) {
  const { sunset, onOpen, onAnswer } = props;
  const { plan, mayPlan } = sunset;
  const classes = useStyles();
  const t = useText();
  if (!plan) {
    return (
      <Panel title={t('sunset.title')}>
        <Strong>{t('sunset.noPlan')}</Strong>
        {mayPlan && (
          <>
            <Typography className={classes.teach}>
              {t('sunset.noPlanTeach')}
            </Typography>
            <Button
              variant="outlined"
              color="primary"
              size="small"
              aria-haspopup="dialog"
              onClick={() => onOpen({ dialog: 'begin' })}
            >
              {t('sunset.plan')}
            </Button>
          </>
        )}
      </Panel>
    );
  }
  return (
    <Panel
      title={t('sunset.title')}
      action={
        plan.mayEdit && (
          <div className={classes.actions}>
            <Button
              variant="outlined"
              color="primary"
              size="small"
              aria-haspopup="dialog"
              onClick={() => onOpen({ dialog: 'change', plan })}
            >
              {t('sunset.edit')}
            </Button>
            <Button
              size="small"
              aria-haspopup="dialog"
              onClick={() => onOpen({ dialog: 'end', plan })}
            >
              {t('sunset.end')}
            </Button>
          </div>
        )
      }
    >
      <Typography className={classes.answer}>
        {leavingSentence(plan, t)}
      </Typography>
      <Muted>{waitingSentence(plan, t)}</Muted>
      <PlanFacts plan={plan} />
      {plan.teams.length > 0 && <Teams teams={plan.teams} />}
      <Dependants plan={plan} onAnswer={onAnswer} />
    </Panel>
  );
}

/**
 * How an entity is retired: its plan, what depends on it and what the owners of that say, and what it depends on
 * itself that is leaving.
 */
export function SunsetPanel(props: {
  /** The full ref of the entity. */
  entityRef: string;
}) {
  const { entityRef } = props;
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch } = useEntitySunset(entityRef);
  const [open, setOpen] = useState<Open>();
  const [told, setTold] = useState<string>();
  const onAnswer: OnAnswer = (plan, dependant) =>
    setOpen({ dialog: 'answer', plan, dependant });

  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('sunset.what')}
        rows={[160]}
      />
    );
  }
  return (
    <div className={classes.root}>
      <Notice label={t('sunset.result')} good onHide={() => setTold(undefined)}>
        {told}
      </Notice>
      <PlanOf sunset={data} onOpen={setOpen} onAnswer={onAnswer} />
      {data.dependsOn.length > 0 && (
        <DependsOnLeaving dependsOn={data.dependsOn} onAnswer={onAnswer} />
      )}
      {open && (
        <Dialogs
          entity={data.entity}
          open={open}
          onClose={() => setOpen(undefined)}
          onDone={setTold}
        />
      )}
    </div>
  );
}
