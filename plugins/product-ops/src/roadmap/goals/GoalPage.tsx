import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import BackIcon from '@material-ui/icons/ArrowBack';
import type { GoalQuestion } from '@productops/backstage-plugin-product-ops-common';
import { isNotFound } from '../../api/errors';
import { useGoal } from '../../api/goalsHooks';
import { Columns, Missing, NotFound, useUrlState } from '../../components';
import { useText } from '../../useText';
import { GoalHead } from './GoalHead';
import { RiskPanel, TeamsPanel, WorkPanel } from './GoalWork';
import { MetricPanel } from './MetricPanel';
import { ValuesPanel } from './ValuesPanel';

const useStyles = makeStyles(
  {
    back: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      fontSize: '0.9rem',
      '& svg': { fontSize: '1.1rem' },
    },
  },
  { name: 'ProductOpsGoalPage' },
);

/** One goal: how far it is, what is in its way, what is done for it and by whom. */
export function GoalPage(props: { goal: GoalQuestion }) {
  const question = props.goal;
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const { data: goal, error, refetch } = useGoal(question);
  const [now] = useState(() => new Date().toISOString());
  const back = (
    <Link
      className={classes.back}
      to={url.hrefWith({ of: undefined, goal: undefined, source: undefined })}
    >
      <BackIcon aria-hidden />
      {t('roadmap.goals.page.back')}
    </Link>
  );
  if (!goal) {
    return (
      <>
        {back}
        {error && isNotFound(error) ? (
          <NotFound
            title={t('roadmap.goals.page.notFoundTitle')}
            text={t('roadmap.goals.page.notFound')}
            action={
              <Button
                variant="outlined"
                color="primary"
                onClick={() => refetch()}
              >
                {t('common.retry')}
              </Button>
            }
          />
        ) : (
          <Missing
            error={error}
            onRetry={refetch}
            what={t('roadmap.goals.whatOne')}
          />
        )}
      </>
    );
  }
  return (
    <>
      {back}
      <GoalHead goal={goal} question={question} />
      <Columns
        main={
          <>
            <MetricPanel goal={goal} now={now} />
            <WorkPanel goal={goal} />
          </>
        }
        side={
          <>
            <RiskPanel goal={goal} />
            {goal.metric && (
              <ValuesPanel
                goal={goal}
                question={question}
                metric={goal.metric}
              />
            )}
            <TeamsPanel goal={goal} />
          </>
        }
      />
    </>
  );
}
