import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  diffFields,
  ITEM_FIELDS,
  type ItemFields,
  type ItemPatch,
  patchFields,
  type RoadmapItem,
  type RoadmapItemDetails,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  linksInText,
  mutedInk,
  When,
} from '../../components';
import { useText } from '../../useText';
import { FieldValue, fieldName } from './FieldValue';
import { fieldsOfItem } from './itemFields';

type Field = keyof ItemFields;
type Side = 'theirs' | 'mine';

/** Two changes of one item. */
export interface Conflict {
  /** The item as one saw it. */
  base: RoadmapItem;
  mine: ItemPatch;
  theirs: RoadmapItemDetails;
  /** With the fields of one's own that are to be saved; nothing where all stays as theirs. */
  onChosen: (kept: ItemPatch | undefined) => void;
  onClose: () => void;
}

const useStyles = makeStyles(
  (theme: Theme) => ({
    text: linksInText,
    field: {
      border: 'none',
      borderTop: `1px solid ${line(theme)}`,
      margin: 0,
      padding: theme.spacing(1.25, 0),
      minWidth: 0,
      '& legend': { fontWeight: 700, padding: 0, float: 'left', width: '100%' },
    },
    sides: {
      clear: 'both',
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(1),
      paddingTop: theme.spacing(0.5),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    side: {
      alignItems: 'flex-start',
      margin: 0,
      padding: theme.spacing(0.5, 1, 0.5, 0),
      border: `1px solid ${line(theme)}`,
      borderRadius: 6,
      overflowWrap: 'anywhere',
      '& .MuiFormControlLabel-label': { minWidth: 0, paddingTop: 5 },
    },
    who: { display: 'block', color: mutedInk(theme), fontSize: '0.8rem' },
    value: { whiteSpace: 'pre-wrap', fontSize: '0.9rem' },
    actions: {
      padding: theme.spacing(1, 3, 2),
      flexWrap: 'wrap',
      '& .MuiButton-root': { textTransform: 'none' },
    },
  }),
  { name: 'ProductOpsItemConflict' },
);

/** The fields that one must choose between: those of one's own change that say something else now. */
function rivals({ mine, theirs }: Conflict) {
  const now = fieldsOfItem(theirs);
  const changed = diffFields(now, patchFields(now, mine));
  return ITEM_FIELDS.filter(field => field in changed.after).map(field => ({
    field,
    theirs: now[field],
    mine: mine[field],
  }));
}

/** The fields that only somebody else has changed: they stay, and are shown. */
function onlyTheirs({ base, mine, theirs }: Conflict) {
  // A list does not say where an item came from, so that is not compared.
  const { origin: _, ...now } = fieldsOfItem(theirs);
  const { origin: _before, ...before } = fieldsOfItem(base);
  const changed = diffFields(before, now);
  return ITEM_FIELDS.filter(
    field => field in changed.after && !(field in mine),
  ).map(field => ({
    field,
    before: before[field as keyof typeof before],
    now: now[field as keyof typeof now],
  }));
}

/** Somebody else was faster: both versions field by field, and what is to stay. */
export function ConflictDialog(props: { conflict: Conflict }) {
  const { conflict } = props;
  const { theirs } = conflict;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const fields = rivals(conflict);
  const others = onlyTheirs(conflict);
  const [chosen, setChosen] = useState<Partial<Record<Field, Side>>>({});
  const undecided = fields.filter(({ field }) => !chosen[field]).length;

  function chooseAll(side: Side) {
    setChosen(Object.fromEntries(fields.map(({ field }) => [field, side])));
  }
  function finish() {
    const kept = Object.fromEntries(
      fields
        .filter(({ field }) => chosen[field] === 'mine')
        .map(({ field, mine }) => [field, mine ?? null]),
    );
    conflict.onChosen(Object.keys(kept).length > 0 ? kept : undefined);
  }

  return (
    <Dialog
      open
      maxWidth="sm"
      fullWidth
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onClose={conflict.onClose}
    >
      <DialogTitle id={`${id}title`}>
        {t('roadmap.editing.conflict.title')}
      </DialogTitle>
      <DialogContent>
        <Typography
          id={`${id}text`}
          component="div"
          className={classes.text}
          gutterBottom
        >
          {theirs.changedBy && theirs.changedAt
            ? t('roadmap.editing.conflict.by', {
                who: <EntityName entity={theirs.changedBy} />,
                title: theirs.title,
                when: <When value={theirs.changedAt} />,
              })
            : t('roadmap.editing.conflict.changed', {
                title: theirs.title,
              })}{' '}
          {t(
            fields.length > 0
              ? 'roadmap.editing.conflict.choose'
              : 'roadmap.editing.conflict.same',
          )}
        </Typography>
        {fields.map(({ field, ...values }) => (
          <fieldset key={field} className={classes.field}>
            <legend>{fieldName(field, t)}</legend>
            <div className={classes.sides}>
              {(['theirs', 'mine'] as const).map(side => (
                <FormControlLabel
                  key={side}
                  className={classes.side}
                  control={
                    <Radio
                      size="small"
                      color="primary"
                      name={`${id}${field}`}
                      checked={chosen[field] === side}
                      onChange={() => setChosen({ ...chosen, [field]: side })}
                    />
                  }
                  label={
                    <>
                      <span className={classes.who}>
                        {t(`roadmap.editing.conflict.${side}`)}
                      </span>{' '}
                      <span className={classes.value}>
                        <FieldValue field={field} value={values[side]} />
                      </span>
                    </>
                  }
                />
              ))}
            </div>
          </fieldset>
        ))}
        {others.length > 0 && (
          <>
            <Typography>{t('roadmap.editing.conflict.others')}</Typography>
            <ul>
              {others.map(({ field, before, now }) => (
                <li key={field}>
                  {fieldName(field, t)}:{' '}
                  <FieldValue field={field} value={before} /> →{' '}
                  <FieldValue field={field} value={now} />
                </li>
              ))}
            </ul>
          </>
        )}
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={conflict.onClose}>
          {t('roadmap.editing.conflict.back')}
        </Button>
        {fields.length > 1 && (
          <>
            <Button onClick={() => chooseAll('theirs')}>
              {t('roadmap.editing.conflict.allTheirs')}
            </Button>
            <Button onClick={() => chooseAll('mine')}>
              {t('roadmap.editing.conflict.allMine')}
            </Button>
          </>
        )}
        <Button
          variant="contained"
          color="primary"
          disabled={undecided > 0}
          onClick={finish}
        >
          {t('roadmap.editing.conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
