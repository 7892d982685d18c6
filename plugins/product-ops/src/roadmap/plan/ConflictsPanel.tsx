import { useState } from 'react';
import Button from '@material-ui/core/Button';
import type {
  PatchRoadmapItemBody,
  PlanConflict,
  PlanConflictAction,
  PlanItemSummary,
} from '@productops/backstage-plugin-product-ops-common';
import {
  CalmLine,
  Missing,
  Muted,
  Notice,
  Panel,
  readableDate,
  Row,
  RowList,
} from '../../components';
import { SeverityIcon } from '../../overview/SeverityIcon';
import { type Text, useText } from '../../useText';
import { MissingFieldDialog } from './MissingFieldDialog';
import type { OpenItem } from './openItems';
import { FileChangeDialog } from './timeline/FileChangeDialog';
import { usePlanConflicts } from './usePlan';
import type { PlanQuery } from './usePlanQuery';
import { itemOfAction, useSolving } from './useSolving';

const FIRST = 5;
const INLINE_ACTIONS = 2;
/** Actions that somebody must think about first. */
const NEEDED = {
  'choose-owner': 'chooseOwner',
  'set-dates': 'setDates',
} as const;

/** What a button of a conflict does, in words; nothing where it is about an item that is not shown. */
function actionWords(
  conflict: PlanConflict,
  action: PlanConflictAction,
  t: Text,
): string | undefined {
  const item = itemOfAction(conflict, action);
  const title = item?.title ?? action.item.id;
  switch (action.type) {
    case 'reschedule': {
      const day = action.end ?? action.start;
      return day && item
        ? t('roadmap.plan.conflicts.move', { title, date: readableDate(day) })
        : undefined;
    }
    case 'remove-dependency':
      return item && t('roadmap.plan.conflicts.unlink', { title });
    case 'set-status':
      return (
        item &&
        action.status &&
        t('roadmap.plan.conflicts.setStatus', {
          title,
          status: t(`roadmap.statuses.${action.status}`),
        })
      );
    default:
      return (
        item && t(`roadmap.plan.conflicts.${NEEDED[action.type]}`, { title })
      );
  }
}

interface Asked {
  type: keyof typeof NEEDED;
  item: PlanItemSummary;
  solve: (fields: PatchRoadmapItemBody['fields']) => Promise<void>;
}

function ConflictRow(props: {
  conflict: PlanConflict;
  busy: boolean;
  onSolve: (action: PlanConflictAction) => void;
  onOpen: (items: OpenItem[]) => void;
}) {
  const { conflict, busy, onSolve, onOpen } = props;
  const t = useText();
  const [all, setAll] = useState(false);
  const { items, itemCount } = conflict;
  const actions = conflict.actions.flatMap(action => {
    const words = actionWords(conflict, action, t);
    return words ? { action, words } : [];
  });
  return (
    <Row
      lead={<SeverityIcon severity={conflict.severity} />}
      head={conflict.title}
    >
      <div>
        {actions
          .slice(0, all ? undefined : INLINE_ACTIONS)
          .map(({ action, words }) => (
            <Button
              key={words}
              size="small"
              color="primary"
              disabled={busy}
              onClick={() => onSolve(action)}
            >
              {words}
            </Button>
          ))}
        {!all && actions.length > INLINE_ACTIONS && (
          <Button size="small" onClick={() => setAll(true)}>
            {t('roadmap.plan.conflicts.otherWays')}
          </Button>
        )}
        <Button
          size="small"
          color="primary"
          onClick={() => onOpen(items.slice(0, 2))}
        >
          {items.length > 1
            ? t('roadmap.plan.conflicts.openBoth')
            : t('roadmap.plan.conflicts.open')}
        </Button>
      </div>
      {itemCount > items.length && (
        <Muted>
          {t('roadmap.plan.conflicts.manyItems', {
            number: String(itemCount),
          })}
        </Muted>
      )}
    </Row>
  );
}

/** Where plans contradict each other, each with what solves it. */
export function ConflictsPanel(props: {
  plan: PlanQuery;
  onOpen: (items: OpenItem[]) => void;
}) {
  const { plan, onOpen } = props;
  const t = useText();
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const { data, error, refetch } = usePlanConflicts({
    ...plan.filter,
    limit: 100,
  });
  const { solve, busy, notice, hideNotice, inFile, closeFile } = useSolving();
  function begin(conflict: PlanConflict, action: PlanConflictAction) {
    const item = itemOfAction(conflict, action);
    const { type } = action;
    if (item && (type === 'choose-owner' || type === 'set-dates')) {
      setAsked({
        type,
        item,
        solve: fields => solve(conflict, action, fields),
      });
    } else {
      void solve(conflict, action);
    }
  }
  const shown = data?.items.slice(0, all ? undefined : FIRST) ?? [];
  return (
    <div id="plan-conflicts">
      <Panel title={t('roadmap.plan.conflicts.title')} count={data?.totalItems}>
        <Notice
          label={t('roadmap.plan.timeline.notice')}
          good={notice?.good ?? true}
          onHide={hideNotice}
        >
          {notice?.text}
        </Notice>
        {!data && (
          <Missing
            error={error}
            onRetry={refetch}
            what={t('roadmap.plan.conflicts.what')}
            rows={[60]}
          />
        )}
        {data?.totalItems === 0 && (
          <CalmLine>{t('roadmap.plan.conflicts.none')}</CalmLine>
        )}
        {shown.length > 0 && (
          <RowList label={t('roadmap.plan.conflicts.title')}>
            {shown.map(conflict => (
              <ConflictRow
                key={conflict.id}
                conflict={conflict}
                busy={busy === conflict.id}
                onSolve={action => begin(conflict, action)}
                onOpen={onOpen}
              />
            ))}
          </RowList>
        )}
        {data && data.items.length > shown.length && (
          <Button color="primary" onClick={() => setAll(true)}>
            {t('roadmap.plan.showAll', { number: String(data.items.length) })}
          </Button>
        )}
        {all && data && data.totalItems > data.items.length && (
          <Muted>
            {t('roadmap.plan.conflicts.first', {
              shown: String(data.items.length),
              total: String(data.totalItems),
            })}
          </Muted>
        )}
        {asked && (
          <MissingFieldDialog
            type={asked.type}
            item={asked.item}
            onClose={() => setAsked(undefined)}
            onChosen={asked.solve}
          />
        )}
        {inFile && (
          <FileChangeDialog
            entityRef={inFile.item.entityRef}
            itemId={inFile.item.id}
            title={inFile.item.title}
            fields={inFile.fields}
            onClose={closeFile}
          />
        )}
      </Panel>
    </div>
  );
}
