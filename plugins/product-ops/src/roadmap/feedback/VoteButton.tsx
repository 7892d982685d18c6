import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import UpIcon from '@material-ui/icons/ArrowDropUp';
import type { Feedback } from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useVote } from '../../api/feedbackHooks';
import { line, toneColors } from '../../components';
import { useText } from '../../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    button: {
      minWidth: 52,
      padding: theme.spacing(0.25, 0.75, 0.5),
      border: `1px solid ${line(theme)}`,
      textTransform: 'none',
      lineHeight: 1.2,
      '& .MuiButton-label': { flexDirection: 'column' },
      '&.Mui-disabled': { color: theme.palette.text.primary },
    },
    voted: {
      color: toneColors(theme, 'info').ink,
      background: toneColors(theme, 'info').background,
      borderColor: toneColors(theme, 'info').ink,
      '&:hover': { background: toneColors(theme, 'info').background },
    },
    number: { fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
    problem: {
      maxWidth: 160,
      fontSize: '0.8rem',
      color: toneColors(theme, 'bad').ink,
    },
  }),
  { name: 'ProductOpsVoteButton' },
);

/** Votes, and takes the vote back; how many have is on it. */
export function VoteButton(props: { feedback: Feedback }) {
  const { id, title, votes, voted, may } = props.feedback;
  const classes = useStyles();
  const t = useText();
  const vote = useVote(id);
  const [problem, setProblem] = useState<string>();

  async function toggle() {
    setProblem(undefined);
    try {
      await vote.mutateAsync(!voted);
    } catch (error) {
      setProblem(
        `${t('roadmap.feedback.voteFailed')}: ${refusalOf(error).message}`,
      );
    }
  }

  return (
    <div>
      <Button
        className={`${classes.button} ${voted ? classes.voted : ''}`}
        aria-pressed={voted}
        aria-label={`${t('roadmap.feedback.voteFor', { title })}: ${t(
          'roadmap.feedback.votes',
          { count: votes },
        )}`}
        disabled={!may.vote || vote.isPending}
        onClick={toggle}
      >
        <UpIcon aria-hidden />
        <span className={classes.number}>{votes.toLocaleString()}</span>
      </Button>
      <div role="alert" className={classes.problem}>
        {problem}
      </div>
    </div>
  );
}
