import {
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Choice, Muted, useUrlState, When } from '../../components';
import { useText } from '../../useText';
import { checkText, useSettled } from './checkText';
import { Conflict } from './Conflict';
import { EditorProblems } from './EditorProblems';
import { Preview } from './Preview';
import { goToLine } from './goToLine';
import { useDraft } from './useDraft';
import { useEditorStyles } from './useEditorStyles';
import { useSave } from './useSave';

/** A Markdown text with front matter beside what its readers will see and what is wrong with it. */
export function Editor(props: {
  entityRef: string;
  /** Of the runbook that is changed; nothing for a new one. */
  id?: string;
  title: string;
  /** What is saved, or what a new one begins with. */
  saved: { text: string; base?: string };
  entityOwned: boolean;
  onSaved: (id: string) => void;
}) {
  const { entityRef, id, title, saved, entityOwned, onSaved } = props;
  const classes = useEditorStyles();
  const t = useText();
  const url = useUrlState();
  const fieldId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const draft = useDraft(`${entityRef}:${id ?? 'new'}`, saved);
  const { text, dirty, restored } = draft;
  const [note, setNote] = useState('');
  const settled = useDeferredValue(useSettled(text));
  const checked = useMemo(
    () => checkText(settled, { id, entityOwned }),
    [settled, id, entityOwned],
  );
  const { busy, conflict, refusal, settle, save, bringBack } = useSave({
    entityRef,
    id,
  });
  const preview = url.get('show') === 'preview';
  const [goal, setGoal] = useState<number>();
  const shown = !narrow || !preview;
  useEffect(() => {
    if (goal !== undefined && shown) {
      goToLine(area.current, goal);
      setGoal(undefined);
    }
  }, [goal, shown]);
  const changed = dirty || id === undefined;

  async function send() {
    if (busy || !changed) {
      return;
    }
    const kept = await save(text, { base: draft.base, note: note.trim() });
    if (kept) {
      draft.forget({ text: kept.text, base: kept.version });
      onSaved(kept.id);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      send();
    }
  }

  const status = () => {
    if (dirty) {
      return t('runbooks.authoring.editor.unsaved');
    }
    return id === undefined ? '' : t('runbooks.authoring.editor.nothing');
  };

  return (
    // What is typed anywhere in here is saved by the same keys.
    <Box
      component="section"
      aria-label={title}
      onKeyDown={onKeyDown}
      className={classes.root}
    >
      <div className={classes.head}>
        <Typography component="h2" className={classes.title}>
          {title}
        </Typography>
        <span className={classes.spacer} />
        {narrow && (
          <Choice
            label={t('runbooks.authoring.editor.view')}
            value={preview ? 'preview' : 'text'}
            options={[
              { value: 'text', label: t('runbooks.authoring.editor.textTab') },
              {
                value: 'preview',
                label: t('runbooks.authoring.editor.previewTab'),
              },
            ]}
            onChange={value =>
              url.patch(
                { show: value === 'preview' ? 'preview' : undefined },
                { replace: true },
              )
            }
          />
        )}
      </div>
      <div className={classes.save}>
        {id !== undefined && (
          <TextField
            id={`${fieldId}note`}
            label={`${t('runbooks.authoring.editor.note')} (${t(
              'runbooks.authoring.editor.optional',
            )})`}
            variant="outlined"
            margin="dense"
            fullWidth
            value={note}
            inputProps={{ maxLength: 500, autoComplete: 'off' }}
            onChange={event => setNote(event.target.value)}
          />
        )}
        <div className={classes.actions}>
          <Button
            variant="contained"
            color="primary"
            disabled={busy || !changed}
            onClick={send}
          >
            {busy
              ? t('runbooks.authoring.editor.saving')
              : t('runbooks.authoring.editor.save')}
          </Button>
          <Muted>
            <span role="status">{status()}</span>{' '}
            {t('runbooks.authoring.editor.keys')}
          </Muted>
        </div>
      </div>
      <div role="alert" className={classes.refusal}>
        {refusal && `${t('runbooks.authoring.editor.refused')}: ${refusal}`}
      </div>
      {restored && dirty && (
        <div className={classes.draft} role="note">
          <span>
            {t('runbooks.authoring.editor.draft')}
            <When value={restored.at} />.
          </span>
          <Button size="small" onClick={() => draft.forget(draft.saved)}>
            {t('runbooks.authoring.editor.discard')}
          </Button>
        </div>
      )}
      {conflict && (
        <Conflict
          mine={text}
          saved={conflict}
          busy={busy}
          onMine={() => {
            draft.setBase(conflict.version);
            settle();
          }}
          onTheirs={() => {
            draft.forget({ text: conflict.text, base: conflict.version });
            settle();
          }}
          onBringBack={async () => {
            const back = await bringBack(conflict.version);
            if (back) {
              draft.setBase(back.version);
            }
          }}
        />
      )}
      <div className={classes.columns}>
        {shown && (
          <div>
            <label htmlFor={fieldId} className={classes.label}>
              {t('runbooks.authoring.editor.text')}
            </label>
            <textarea
              id={fieldId}
              ref={area}
              className={classes.area}
              value={text}
              spellCheck={false}
              autoCapitalize="off"
              onChange={event => draft.type(event.target.value)}
            />
          </div>
        )}
        {(!narrow || preview) && (
          <Paper elevation={0} className={classes.preview}>
            {checked.runbook && <Preview runbook={checked.runbook} />}
          </Paper>
        )}
      </div>
      <div className={classes.problems}>
        <EditorProblems
          checked={checked}
          onLine={line => {
            // On a phone the text comes back first.
            if (preview) {
              url.patch({ show: undefined }, { replace: true });
            }
            setGoal(line);
          }}
        />
      </div>
    </Box>
  );
}
