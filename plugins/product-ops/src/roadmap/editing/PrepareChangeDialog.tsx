import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  diffFields,
  type ItemPatch,
  patchFields,
  type RoadmapFileChange,
  type RoadmapItem,
  validateItemPatch,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { productOpsApiRef } from '../../api';
import { linksInText, OutLink, Snippet, toneColors } from '../../components';
import { useText } from '../../useText';
import { draftOf, fieldsOfDraft, problemsByField } from './form/itemDraft';
import { ItemForm } from './form/ItemForm';
import { fieldsOfItem } from './itemFields';
import { useEditing } from './useEditing';

const useStyles = makeStyles(
  (theme: Theme) => ({
    result: { marginTop: theme.spacing(2), ...linksInText },
    problem: {
      color: toneColors(theme, 'bad').ink,
      marginTop: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    actions: {
      padding: theme.spacing(1, 3, 2),
      '& .MuiButton-root': { textTransform: 'none' },
    },
  }),
  { name: 'ProductOpsPrepareChange' },
);

function linesText({ lines }: RoadmapFileChange['before']): string {
  return lines.join('\n');
}

/** What to write in the file, line by line, so that it declares something else of an item. Nothing is written. */
export function PrepareChangeDialog(props: {
  item: RoadmapItem;
  /** What is to be changed; asked for where it is not given. */
  fields?: ItemPatch;
  onClose: () => void;
}) {
  const { item, fields, onClose } = props;
  const { entityRef, categories } = useEditing();
  const classes = useStyles();
  const t = useText();
  const api = useApi(productOpsApiRef);
  const id = useId();
  const base = fieldsOfItem(item);
  const [draft, setDraft] = useState(() =>
    draftOf(fields ? patchFields(base, fields) : base),
  );
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string>();
  const [change, setChange] = useState<RoadmapFileChange>();
  const [busy, setBusy] = useState(false);

  async function prepare(patch: ItemPatch) {
    setBusy(true);
    setFailure(undefined);
    setChange(undefined);
    try {
      setChange(
        await api.roadmap.prepareFileChange(
          { entity: entityRef, id: item.id, source: item.source },
          { fields: { ...patch } },
        ),
      );
    } catch (error) {
      setFailure(refusalOf(error).message);
    }
    setBusy(false);
  }
  const ready = useRef(fields);
  useEffect(() => {
    const asked = ready.current;
    ready.current = undefined;
    if (asked) {
      prepare(asked);
    }
  });

  async function send(event: FormEvent) {
    event.preventDefault();
    const read = validateItemPatch(fieldsOfDraft(draft), base, {
      categories,
      entityRef,
      itemId: item.id,
    });
    setProblems(read.ok ? {} : problemsByField(read.problems));
    if (!read.ok) {
      return;
    }
    const { after } = diffFields(base, patchFields(base, read.fields));
    if (Object.keys(after).length === 0) {
      setChange(undefined);
      setFailure(t('roadmap.editing.prepare.nothing'));
    } else {
      await prepare(after);
    }
  }

  return (
    <Dialog
      open
      maxWidth="md"
      fullWidth
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onClose={onClose}
    >
      <form onSubmit={send} noValidate>
        <DialogTitle id={`${id}title`}>
          {t('roadmap.editing.prepare.title', { title: item.title })}
        </DialogTitle>
        <DialogContent>
          <Typography id={`${id}text`}>
            {t('roadmap.editing.prepare.text')}
          </Typography>
          {!fields && (
            <ItemForm draft={draft} problems={problems} onChange={setDraft} />
          )}
          <div role="status" className={classes.result}>
            {change && (
              <>
                <Typography>
                  {t('roadmap.editing.prepare.file', {
                    file: (
                      <OutLink url={change.editUrl ?? change.url}>
                        {change.file}
                      </OutLink>
                    ),
                  })}
                </Typography>
                <Snippet
                  label={t('roadmap.editing.prepare.before', {
                    line: String(change.before.line),
                  })}
                  text={linesText(change.before)}
                />
                <Snippet
                  label={t('roadmap.editing.prepare.after')}
                  text={linesText(change.after)}
                />
              </>
            )}
          </div>
          <div role="alert" className={classes.problem}>
            {failure}
          </div>
        </DialogContent>
        <DialogActions className={classes.actions}>
          <Button onClick={onClose}>{t('common.close')}</Button>
          {!fields && (
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={busy}
            >
              {t('roadmap.editing.prepare.submit')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
