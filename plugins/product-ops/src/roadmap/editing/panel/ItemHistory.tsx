import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  ITEM_FIELDS,
  type RoadmapEvent,
  type RoadmapItemDetails,
  type RoadmapItemQuestion,
} from '@productops/backstage-plugin-product-ops-common';
import { useRoadmapHistory } from '../../../api/roadmapHooks';
import {
  EntityName,
  line,
  mutedInk,
  toneColors,
  When,
} from '../../../components';
import { useText } from '../../../useText';
import { FieldValue, fieldName } from '../FieldValue';
import { useEditing } from '../useEditing';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    event: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${line(theme)}`,
      '&:first-child': { borderTop: 'none' },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 0.75),
      minHeight: 30,
    },
    undo: { marginLeft: 'auto' },
    changes: { margin: 0, paddingLeft: theme.spacing(2.25) },
    quiet: { color: mutedInk(theme), fontSize: '0.85rem' },
    problem: { color: toneColors(theme, 'bad').ink },
  }),
  { name: 'ProductOpsItemHistory' },
);

const FIELDS: readonly string[] = ['rank', ...ITEM_FIELDS];

/** Whether the reader may take a change back: of a declared item only its place is the portal's to change. */
function mayUndo(
  { type, after }: RoadmapEvent,
  { may, source, archived }: RoadmapItemDetails,
): boolean {
  const names = Object.keys(after);
  const priority = (name: string) => name === 'rank' || name === 'score';
  return (
    !archived &&
    ['changed', 'undone'].includes(type) &&
    names.length > 0 &&
    (source === 'recorded' || names.every(name => name === 'rank')) &&
    (may.update || names.every(priority)) &&
    (may.prioritise || !names.some(priority))
  );
}

/** What became of an item: who changed what, when; a change can be taken back. */
export function ItemHistory(props: {
  question: RoadmapItemQuestion;
  item: RoadmapItemDetails;
}) {
  const { question, item } = props;
  const { undo, tell } = useEditing();
  const classes = useStyles();
  const t = useText();
  const { data, error, hasNextPage, fetchNextPage } =
    useRoadmapHistory(question);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const events = data?.pages.flatMap(({ items }) => items) ?? [];

  async function takeBack({ version }: RoadmapEvent) {
    setBusy(true);
    setProblem(undefined);
    const undone = await undo(item, version);
    setBusy(false);
    if (undone.ok) {
      tell({
        good: true,
        text: t('roadmap.editing.undone', { title: item.title }),
        undo: undone.item,
      });
    } else {
      setProblem(undone.message);
    }
  }
  return (
    <>
      <div role="alert" className={classes.problem}>
        {problem ?? error?.message}
      </div>
      {data && events.length === 0 && (
        <div className={classes.quiet}>{t('roadmap.editing.history.none')}</div>
      )}
      <ul
        className={classes.list}
        aria-label={t('roadmap.editing.history.title')}
      >
        {events.map(event => (
          <li key={event.version} className={classes.event}>
            <div className={classes.head}>
              {event.by
                ? t(`roadmap.editing.history.by.${event.type}`, {
                    who: <EntityName entity={event.by} />,
                  })
                : t(`roadmap.editing.history.file.${event.type}`)}
              <span className={classes.quiet}>
                <When value={event.at} />
                {event.via === 'import' &&
                  `, ${t('roadmap.editing.history.viaImport')}`}
              </span>
              {mayUndo(event, item) && (
                <Button
                  size="small"
                  className={classes.undo}
                  disabled={busy}
                  aria-label={t('roadmap.editing.history.undoOf', {
                    number: String(event.version),
                  })}
                  onClick={() => takeBack(event)}
                >
                  {t('roadmap.editing.undo')}
                </Button>
              )}
            </div>
            {event.type !== 'created' && (
              <ul className={classes.changes}>
                {FIELDS.filter(field => field in event.after).map(field => (
                  <li key={field}>
                    {fieldName(field, t)}:{' '}
                    {field === 'rank' ? (
                      t('roadmap.editing.otherPlace')
                    ) : (
                      <>
                        <FieldValue field={field} value={event.before[field]} />{' '}
                        →{' '}
                        <FieldValue field={field} value={event.after[field]} />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" color="primary" onClick={() => fetchNextPage()}>
          {t('roadmap.editing.history.more')}
        </Button>
      )}
    </>
  );
}
