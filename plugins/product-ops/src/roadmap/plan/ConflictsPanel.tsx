import { useState } from 'react';
import Button from '@material-ui/core/Button';
import {
  type PlanConflict,
  type PlanConflictAction,
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
import type { OpenItem } from './openItems';
import { FileChangeDialog } from './timeline/FileChangeDialog';
import { usePlanConflicts } from './usePlan';
import type { PlanQuery } from './usePlanQuery';
import { itemOfAction, useSolving } from './useSolving';

const FIRST = 5;
const INLINE_ACTIONS = 2;

/** What a button of a conflict does, in words; nothing where somebody must think first. */
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
      return undefined;
  }
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
  const { data, error, refetch } = usePlanConflicts({
    ...plan.filter,
    limit: 100,
  });
  const { solve, busy, notice, hideNotice, inFile, closeFile } = useSolving();
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
                onSolve={action => solve(conflict, action)}
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
