import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { line } from '../../../components';
import { LazyMarkdown } from '../../../runbooks/LazyMarkdown';
import { useText } from '../../../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    toggle: { textTransform: 'none' },
    preview: {
      border: `1px solid ${line(theme)}`,
      borderRadius: 4,
      padding: theme.spacing(1.5),
      marginTop: theme.spacing(1),
      minHeight: 60,
    },
  }),
  { name: 'ProductOpsMarkdownField' },
);

/** Text in Markdown, and how it will look. */
export function MarkdownField(props: {
  label: string;
  value: string;
  max: number;
  problem?: string;
  minRows?: number;
  onChange: (value: string) => void;
}) {
  const { label, value, max, problem, minRows = 3, onChange } = props;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const [preview, setPreview] = useState(false);
  return (
    <div>
      <TextField
        id={`${id}text`}
        label={label}
        variant="outlined"
        margin="dense"
        fullWidth
        multiline
        minRows={minRows}
        maxRows={14}
        value={value}
        error={Boolean(problem)}
        helperText={problem ?? t('roadmap.editing.form.markdown')}
        inputProps={{ maxLength: max }}
        onChange={event => onChange(event.target.value)}
      />
      <Button
        size="small"
        color="primary"
        className={classes.toggle}
        aria-expanded={preview}
        aria-controls={preview ? `${id}preview` : undefined}
        onClick={() => setPreview(!preview)}
      >
        {t(
          preview
            ? 'roadmap.editing.form.previewHide'
            : 'roadmap.editing.form.preview',
        )}
      </Button>
      {preview && (
        <section
          id={`${id}preview`}
          aria-label={t('roadmap.editing.form.previewOf', { what: label })}
          className={classes.preview}
        >
          <LazyMarkdown content={value} />
        </section>
      )}
    </div>
  );
}
