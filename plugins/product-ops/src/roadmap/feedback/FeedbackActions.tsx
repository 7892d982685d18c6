import { type ComponentType, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Feedback } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../useText';
import { EditDialog, WithdrawDialog } from './AuthorDialogs';
import { LinkDialog, MakeItemDialog } from './ItemDialogs';
import {
  AnswerDialog,
  DecideDialog,
  type DialogProps,
  MergeDialog,
} from './ModeratorDialogs';

const DIALOGS = {
  item: MakeItemDialog,
  link: LinkDialog,
  answer: AnswerDialog,
  decide: DecideDialog,
  merge: MergeDialog,
  edit: EditDialog,
  withdraw: WithdrawDialog,
} satisfies Record<string, ComponentType<DialogProps>>;

type Action = keyof typeof DIALOGS;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1.5, 0),
    },
  }),
  { name: 'ProductOpsFeedbackActions' },
);

function actionsOf({ may, merged, withdrawn }: Feedback): Action[] {
  if (merged || withdrawn) {
    return [];
  }
  return [
    ...(may.moderate
      ? (['item', 'link', 'answer', 'decide', 'merge'] as const)
      : []),
    ...(may.edit ? (['edit'] as const) : []),
    ...(may.withdraw ? (['withdraw'] as const) : []),
  ];
}

/** What the reader may do with a request, each with its dialog. */
export function FeedbackActions(props: { feedback: Feedback }) {
  const { feedback } = props;
  const classes = useStyles();
  const t = useText();
  // What was seen when the dialog was opened: it stays while others change it.
  const [open, setOpen] = useState<{ action: Action; feedback: Feedback }>();
  const actions = actionsOf(feedback);
  const Dialog = open && DIALOGS[open.action];
  return (
    <>
      {actions.length > 0 && (
        <div
          role="group"
          aria-label={t('roadmap.feedback.actions')}
          className={classes.root}
        >
          {actions.map((action, index) => (
            <Button
              key={action}
              size="small"
              variant={
                index === 0 && action === 'item' ? 'contained' : 'outlined'
              }
              color="primary"
              aria-haspopup="dialog"
              onClick={() => setOpen({ action, feedback })}
            >
              {t(`roadmap.feedback.dialogs.${action}.open`)}
            </Button>
          ))}
        </div>
      )}
      {open && Dialog && (
        <Dialog feedback={open.feedback} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
