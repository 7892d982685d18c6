import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { EntityLifecycle } from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, OnDate, Panel, Snippet, toneColors } from '../../components';
import { useText } from '../../useText';
import { gateAnswer, presentAnswer } from './answers';
import { LifeRail } from './LifeRail';

const useStyles = makeStyles(
  (theme: Theme) => ({
    answer: { fontSize: '1.05rem', overflowWrap: 'anywhere' },
    strong: { fontWeight: 700 },
    flagged: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'flex-start',
      color: toneColors(theme, 'warn').ink,
      marginTop: theme.spacing(1),
      overflowWrap: 'anywhere',
      '& svg': { flex: 'none', fontSize: '1.25rem' },
    },
    muted: { color: mutedInk(theme), fontSize: '0.9rem' },
  }),
  { name: 'ProductOpsLifecycleStage' },
);

/** Where it is, said in a sentence. */
function Position(props: { lifecycle: EntityLifecycle }) {
  const { stage, since, atLeast } = props.lifecycle;
  const t = useText();
  if (!stage.stage && !stage.declared) {
    return <>{t('lifecycleTab.inNoStage')}</>;
  }
  return (
    <>
      {since
        ? t(atLeast ? 'lifecycleTab.inStageBefore' : 'lifecycleTab.inStage', {
            stage: stage.title,
            date: <OnDate value={since} />,
          })
        : t('lifecycleTab.inStageOnly', { stage: stage.title })}
    </>
  );
}

/** The answer before the data: where it is, what does not hold, what keeps the next stage closed; and the rail. */
export function StagePanel(props: { lifecycle: EntityLifecycle }) {
  const { lifecycle } = props;
  const { stage, rail, readiness, next, evaluatedAt } = lifecycle;
  const classes = useStyles();
  const t = useText();
  const known = rail.map(({ title }) => title).join(', ');
  const declared = stage.stage ?? stage.declared;
  const forward = next.find(({ direction }) => direction === 'forward');
  return (
    <Panel title={t('lifecycleTab.stage')}>
      <Typography className={`${classes.answer} ${classes.strong}`}>
        <Position lifecycle={lifecycle} />
      </Typography>
      {evaluatedAt ? (
        <Typography className={classes.answer}>
          {stage.known && presentAnswer(t, stage.title, readiness)}{' '}
          {forward && gateAnswer(t, forward.title, forward.readiness)}
        </Typography>
      ) : (
        <Typography className={classes.muted}>
          {t('lifecycleTab.notYet')}
        </Typography>
      )}
      {!stage.known && declared && (
        <div className={classes.flagged}>
          <WarningIcon aria-hidden />
          <span>
            {t('lifecycleTab.unknownStage', { stage: declared })}{' '}
            {t('lifecycleTab.knownStages', { known })}
          </span>
        </div>
      )}
      {!declared && (
        <>
          <Typography className={classes.muted}>
            {t('lifecycleTab.noStage')}
          </Typography>
          <Snippet
            label={t('lifecycleTab.stageLines')}
            text={`spec:\n  lifecycle: ${rail[0]?.id ?? 'development'}`}
          />
        </>
      )}
      <LifeRail rail={rail} />
    </Panel>
  );
}
