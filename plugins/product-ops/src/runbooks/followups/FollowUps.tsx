import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import {
  followUpDraft,
  type FollowUp,
  type FollowUpList,
  type FollowUpSubject,
} from '@productops/backstage-plugin-product-ops-common';
import { useFollowUps } from '../../api/followUpsHooks';
import {
  CalmLine,
  EntityName,
  Lines,
  Muted,
  Panel,
  Tag,
  useEntityPath,
  When,
} from '../../components';
import { useText } from '../../useText';
import { FollowUpDialog, type Ground } from './FollowUpDialog';

/** The item that a follow-up became, and how it stands. */
export function FollowUpItem(props: { followUp: FollowUp }) {
  const { item } = props.followUp;
  const t = useText();
  const path = useEntityPath();
  return (
    <>
      <Link
        to={`${path(item.entity, 'roadmap')}?item=${encodeURIComponent(
          item.id,
        )}`}
      >
        {item.title}
      </Link>{' '}
      <Tag tone={item.status === 'done' ? 'ok' : 'info'}>
        {item.archived
          ? t('runbooks.followUps.archived')
          : t(`roadmap.statuses.${item.status}`)}
      </Tag>
    </>
  );
}

/** The button that puts what was learned on the roadmap; nothing for who may not. */
export function FollowUpButton(props: {
  list: Pick<FollowUpList, 'on' | 'may'> | undefined;
  ground: Ground;
  subject: () => FollowUpSubject;
  variant?: 'contained' | 'outlined';
}) {
  const { list, ground, subject, variant = 'outlined' } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  if (!list?.on || !list.may.create) {
    return null;
  }
  return (
    <>
      <Button variant={variant} color="primary" onClick={() => setOpen(true)}>
        {t('runbooks.followUps.add')}
      </Button>
      {open && (
        <FollowUpDialog
          ground={ground}
          draft={followUpDraft(subject())}
          on={list.on}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** What was put on roadmaps because of a run, or of a runbook and its runs, and the button that adds to it. */
export function FollowUpsPanel(props: {
  list: FollowUpList | undefined;
  ground: Ground;
  subject: () => FollowUpSubject;
}) {
  const { list, ...button } = props;
  const t = useText();
  if (!list || (list.items.length === 0 && !list.may.create)) {
    return null;
  }
  return (
    <Panel
      title={t('runbooks.followUps.title')}
      count={list.items.length}
      action={<FollowUpButton list={list} {...button} />}
    >
      {list.items.length === 0 && (
        <CalmLine>{t('runbooks.followUps.none')}</CalmLine>
      )}
      {list.items.length > 0 && (
        <Lines label={t('runbooks.followUps.title')}>
          {list.items.map(followUp => (
            <li key={`${followUp.item.entity.ref} ${followUp.item.id}`}>
              <FollowUpItem followUp={followUp} />{' '}
              <Muted>
                <EntityName entity={followUp.item.entity} />
                {followUp.of.step &&
                  ` · ${t('runbooks.followUps.step', {
                    step: followUp.of.step,
                  })}`}
                {' · '}
                {followUp.by.title}, <When value={followUp.at} />
              </Muted>
            </li>
          ))}
        </Lines>
      )}
    </Panel>
  );
}

/** What was put on roadmaps because of a runbook and its runs. */
export function RunbookFollowUps(props: {
  entityRef: string;
  runbook: { id: string; title: string };
  /** What is not right with it any more, in words. */
  because: readonly string[];
}) {
  const { entityRef, runbook, because } = props;
  const { data } = useFollowUps({ entity: entityRef, runbook: runbook.id });
  // There is something to follow up where something is wrong.
  if (!data || (data.items.length === 0 && because.length === 0)) {
    return null;
  }
  return (
    <FollowUpsPanel
      list={data}
      ground={{ entity: entityRef, runbook: runbook.id }}
      subject={() => ({ runbook, because })}
    />
  );
}
