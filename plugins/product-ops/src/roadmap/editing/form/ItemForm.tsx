import { useId, type ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import {
  isOpen,
  ROADMAP_STATUSES,
  SCORE_INPUTS,
  scoreOf,
} from '@productops/backstage-plugin-product-ops-common';
import { useEntityOverview } from '../../../api/hooks';
import { mutedInk } from '../../../components';
import { EntityField } from '../../../ownership/EntityField';
import { useText } from '../../../useText';
import { useEditing } from '../useEditing';
import { type ItemDraft, numberOf } from './itemDraft';
import { MarkdownField } from './MarkdownField';
import { RowsField } from './RowsField';
import { horizonOptions, statusOptions } from '../../words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    pair: {
      display: 'grid',
      gap: theme.spacing(0, 2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    },
    group: {
      border: 'none',
      margin: theme.spacing(1.5, 0, 0),
      padding: 0,
      minWidth: 0,
      '& legend': { fontWeight: 700, fontSize: '0.9rem', padding: 0 },
    },
    result: { color: mutedInk(theme), fontSize: '0.85rem' },
  }),
  { name: 'ProductOpsItemForm' },
);

type TextName = Exclude<
  keyof ItemDraft,
  'score' | 'dependsOn' | 'milestones' | 'links'
>;

/** All fields of an item; what is wrong is said at the field. */
export function ItemForm(props: {
  draft: ItemDraft;
  problems: Record<string, string>;
  onChange: (draft: ItemDraft) => void;
}) {
  const { draft, problems, onChange } = props;
  const { entityRef, categories, items, method } = useEditing();
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const goals = useEntityOverview(entityRef).data?.goals ?? [];
  const put = (changes: Partial<ItemDraft>) =>
    onChange({ ...draft, ...changes });

  const text = (
    name: TextName,
    more: {
      hint?: string;
      type?: string;
      required?: boolean;
      max?: number;
    } = {},
  ) => (
    <TextField
      id={`${id}${name}`}
      label={t(`roadmap.editing.fields.${name}`)}
      type={more.type}
      required={more.required}
      variant="outlined"
      margin="dense"
      fullWidth
      value={draft[name]}
      error={Boolean(problems[name])}
      helperText={problems[name] ?? more.hint}
      InputLabelProps={more.type === 'date' ? { shrink: true } : undefined}
      inputProps={{ maxLength: more.max ?? 255 }}
      onChange={event => put({ [name]: event.target.value })}
    />
  );
  const choice = (
    name: TextName,
    options: Array<{ value: string; label: string }>,
    more: { none?: string; hint?: string } = {},
  ) => (
    <TextField
      id={`${id}${name}`}
      label={t(`roadmap.editing.fields.${name}`)}
      select
      variant="outlined"
      margin="dense"
      fullWidth
      value={draft[name]}
      error={Boolean(problems[name])}
      helperText={problems[name] ?? more.hint}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => put({ [name]: event.target.value })}
    >
      {more.none !== undefined && <option value="">{more.none}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
      {draft[name] !== '' &&
        !options.some(({ value }) => value === draft[name]) && (
          <option value={draft[name]}>{draft[name]}</option>
        )}
    </TextField>
  );
  const none = t('roadmap.editing.noValue');
  const closed = ROADMAP_STATUSES.some(
    status => status === draft.status && !isOpen(status),
  );
  const scored = scoreOf(
    Object.fromEntries(
      Object.entries(draft.score).flatMap(([name, value]) => {
        const number = numberOf(value);
        return typeof number === 'number' ? [[name, number]] : [];
      }),
    ),
    method,
  ).value;
  const pair = (first: ReactNode, second: ReactNode) => (
    <div className={classes.pair}>
      {first}
      {second}
    </div>
  );

  return (
    <>
      {text('title', { required: true })}
      <MarkdownField
        label={t('roadmap.editing.fields.description')}
        value={draft.description}
        max={20_000}
        problem={problems.description}
        onChange={description => put({ description })}
      />
      {pair(
        choice('status', statusOptions(t)),
        choice('horizon', horizonOptions(t), {
          none,
          ...(closed && { hint: t('roadmap.editing.form.closed') }),
        }),
      )}
      {pair(text('start', { type: 'date' }), text('end', { type: 'date' }))}
      {pair(
        choice(
          'category',
          categories.map(value => ({ value, label: value })),
          { none },
        ),
        goals.length > 0
          ? choice(
              'goal',
              goals.map(({ id: value, title }) => ({ value, label: title })),
              { none },
            )
          : text('goal', { hint: t('roadmap.editing.form.goal') }),
      )}
      <EntityField
        among="owners"
        label={t('roadmap.editing.fields.owner')}
        required={false}
        value={draft.owner}
        hint={problems.owner ?? t('roadmap.editing.form.owner')}
        error={Boolean(problems.owner)}
        onChange={owner => put({ owner })}
      />
      <fieldset className={classes.group}>
        <legend>{t(`roadmap.editing.form.${method}`)}</legend>
        <div className={classes.pair}>
          {SCORE_INPUTS[method].map(name => (
            <TextField
              key={name}
              id={`${id}score${name}`}
              label={t(`roadmap.editing.inputs.${name as 'reach'}`)}
              variant="outlined"
              margin="dense"
              fullWidth
              value={draft.score[name] ?? ''}
              error={Boolean(problems[`score.${name}`])}
              helperText={
                problems[`score.${name}`] ??
                t(`roadmap.editing.explained.${name as 'reach'}`)
              }
              inputProps={{ inputMode: 'decimal', maxLength: 30 }}
              onChange={event =>
                put({ score: { ...draft.score, [name]: event.target.value } })
              }
            />
          ))}
        </div>
        <div role="status" className={classes.result}>
          {scored !== undefined &&
            t('roadmap.editing.form.score', {
              value: scored.toLocaleString(undefined, {
                maximumFractionDigits: 1,
              }),
            })}
        </div>
      </fieldset>
      <RowsField
        legend={t('roadmap.editing.fields.dependsOn')}
        add={t('roadmap.editing.form.addDependency')}
        hint={t('roadmap.editing.form.dependsOn')}
        problem={problems.dependsOn}
        rows={draft.dependsOn}
        columns={[
          {
            name: 'ref',
            label: t('roadmap.editing.form.item'),
            options: items.map(item => ({ value: item.id, label: item.title })),
          },
        ]}
        empty={{ ref: '' }}
        onChange={dependsOn => put({ dependsOn })}
      />
      <RowsField
        legend={t('roadmap.editing.fields.milestones')}
        add={t('roadmap.editing.form.addMilestone')}
        hint={t('roadmap.editing.form.milestones')}
        problem={problems.milestones}
        rows={draft.milestones}
        columns={[
          { name: 'name', label: t('roadmap.editing.form.name') },
          { name: 'value', label: t('roadmap.editing.form.dateOrText') },
        ]}
        empty={{ name: '', value: '' }}
        onChange={milestones => put({ milestones })}
      />
      <RowsField
        legend={t('roadmap.editing.fields.links')}
        add={t('roadmap.editing.form.addLink')}
        problem={problems.links}
        rows={draft.links}
        columns={[
          { name: 'url', label: t('roadmap.editing.form.address') },
          { name: 'title', label: t('roadmap.editing.fields.title') },
        ]}
        empty={{ url: '', title: '' }}
        onChange={links => put({ links })}
      />
      {text('labels', { hint: t('roadmap.editing.form.labels'), max: 13_000 })}
      {text('origin', { hint: t('roadmap.editing.form.origin') })}
    </>
  );
}
