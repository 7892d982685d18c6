import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  GoalDetails,
  GoalQuestion,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { usePatchGoal } from '../../api/goalsHooks';
import {
  EntityName,
  linksInText,
  mutedInk,
  Notice,
  OnDate,
  OutLink,
  Tag,
  useUrlState,
  When,
} from '../../components';
import { FeedsDialog } from '../exchange/FeedsDialog';
import { SafeMarkdown } from '../../runbooks/SafeMarkdown';
import { useText } from '../../useText';
import { GoalDialog } from './GoalDialog';
import { GoalProgress } from './GoalProgress';
import { percentOf, toneOfState, withUnit } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1, 2),
      margin: theme.spacing(1, 0, 2),
    },
    words: { minWidth: 0, flex: '1 1 320px', overflowWrap: 'anywhere' },
    title: {
      fontSize: '1.4rem',
      fontWeight: 700,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    muted: { color: mutedInk(theme), fontSize: '0.88rem', ...linksInText },
    answer: { fontSize: '1.05rem', marginTop: theme.spacing(1) },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'ProductOpsGoalHead' },
);

function useAnswer(goal: GoalDetails): string {
  const t = useText();
  const { state, progress, expected } = goal.standing;
  const { metric } = goal;
  if (state === 'reached') {
    return metric?.current === undefined
      ? t('roadmap.goals.page.done.reachedBare')
      : t('roadmap.goals.page.done.reached', {
          value: withUnit(metric.current, metric.unit),
        });
  }
  if (progress === undefined) {
    return t('roadmap.goals.page.done.unknown');
  }
  return expected === undefined
    ? t('roadmap.goals.page.done.progress', { percent: percentOf(progress) })
    : t('roadmap.goals.page.done.pace', {
        percent: percentOf(progress),
        expected: percentOf(expected),
      });
}

function Provenance(props: { goal: GoalDetails }) {
  const { file, createdBy, changedBy, createdAt, changedAt, version } =
    props.goal;
  const t = useText();
  if (file) {
    return (
      <>
        {t('roadmap.goals.page.declaredIn', {
          file: <OutLink url={file.url}>{file.name}</OutLink>,
        })}
        {file.editUrl && (
          <>
            {' · '}
            <OutLink url={file.editUrl}>
              {t('roadmap.goals.page.editFile')}
            </OutLink>
          </>
        )}
      </>
    );
  }
  if (!createdBy || !changedBy || !createdAt || !changedAt) {
    return null;
  }
  return version === 1 ? (
    <>
      {t('roadmap.goals.page.recordedBy', {
        who: <EntityName entity={createdBy} />,
        when: <When value={createdAt} />,
      })}
    </>
  ) : (
    <>
      {t('roadmap.goals.page.changedBy', {
        who: <EntityName entity={createdBy} />,
        changer: <EntityName entity={changedBy} />,
        when: <When value={changedAt} />,
      })}
    </>
  );
}

/** What a goal is, how far it is in a sentence, and what can be done with it. */
export function GoalHead(props: { goal: GoalDetails; question: GoalQuestion }) {
  const { goal, question } = props;
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const answer = useAnswer(goal);
  const [editing, setEditing] = useState(false);
  const [feeds, setFeeds] = useState(false);
  const [failure, setFailure] = useState<string>();
  const patch = usePatchGoal({ ...question, source: 'recorded' });
  const mayEdit = goal.source === 'recorded' && goal.may.manage;

  async function archive(archived: boolean) {
    setFailure(undefined);
    try {
      await patch.mutateAsync({
        version: goal.version ?? 0,
        fields: {},
        archived,
      });
    } catch (error) {
      setFailure(refusalOf(error).message);
    }
  }

  return (
    <div className={classes.head}>
      <div className={classes.words}>
        <Typography component="h2" className={classes.title}>
          {goal.title}
          <Tag tone={toneOfState(goal.standing.state)}>
            {t(`roadmap.goals.states.${goal.standing.state}`)}
          </Tag>
        </Typography>
        <div className={classes.muted}>
          {t('roadmap.goals.page.of', {
            entity: <EntityName entity={goal.entity} />,
          })}
          {goal.due && (
            <>
              {' · '}
              {t('roadmap.goals.page.dueOn', {
                date: <OnDate value={goal.due} />,
              })}
            </>
          )}
          {' · '}
          <Provenance goal={goal} />
        </div>
        <div className={classes.answer}>{answer}</div>
        <GoalProgress goal={goal} />
        {goal.description && <SafeMarkdown content={goal.description} />}
        <Notice
          label={t('roadmap.goals.page.outcome')}
          good={false}
          onHide={() => setFailure(undefined)}
        >
          {failure}
        </Notice>
        {goal.archived && <Tag>{t('roadmap.goals.page.archived')}</Tag>}
        {goal.alsoRecorded && (
          <div className={classes.muted}>
            {t('roadmap.goals.page.alsoRecorded')}{' '}
            <Link to={url.hrefWith({ source: 'recorded' })}>
              {t('roadmap.goals.page.showRecorded')}
            </Link>
          </div>
        )}
      </div>
      <div className={classes.buttons}>
        {!goal.archived && (
          <Button variant="outlined" onClick={() => setFeeds(true)}>
            {t('roadmap.exchange.feeds')}
          </Button>
        )}
        {mayEdit &&
          (goal.archived ? (
            <Button
              variant="outlined"
              disabled={patch.isPending}
              onClick={() => archive(false)}
            >
              {t('roadmap.goals.page.restore')}
            </Button>
          ) : (
            <>
              <Button
                variant="outlined"
                color="primary"
                onClick={() => setEditing(true)}
              >
                {t('roadmap.goals.page.edit')}
              </Button>
              <Button
                variant="outlined"
                disabled={patch.isPending}
                onClick={() => archive(true)}
              >
                {t('roadmap.goals.page.archive')}
              </Button>
            </>
          ))}
      </div>
      {feeds && (
        <FeedsDialog
          entityRef={goal.entity.ref}
          goal={goal.id}
          onClose={() => setFeeds(false)}
        />
      )}
      {editing && <GoalDialog goal={goal} onClose={() => setEditing(false)} />}
    </div>
  );
}
