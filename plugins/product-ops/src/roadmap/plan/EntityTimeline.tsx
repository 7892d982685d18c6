import { useCallback, useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { useEntityOverview } from '../../api/hooks';
import { useText } from '../../useText';
import { datesOf } from './dates';
import { entriesOfRoadmap } from './timeline/entries';
import { TimelineBoard } from './timeline/TimelineBoard';
import { type TimelineEntry, uidOf } from './timeline/types';

/**
 * The roadmap of one entity on its days, with the days of its lifecycle. It keeps `zoom` and `from` in the address.
 */
export function EntityTimeline(props: {
  /** The full ref of the entity. */
  entityRef: string;
  items: readonly RoadmapItem[];
  onOpen: (item: RoadmapItem) => void;
  /** Whether the items may be rescheduled here. */
  editable?: boolean;
}) {
  const { entityRef, items, onOpen, editable = false } = props;
  const t = useText();
  const { data: overview } = useEntityOverview(entityRef);
  const entries = useMemo(
    () => entriesOfRoadmap(entityRef, items),
    [entityRef, items],
  );
  const title = overview?.entity.title ?? parseEntityRef(entityRef).name;
  const stage = overview?.lifecycle.current.title;
  const milestones = overview?.lifecycle.milestones;
  const sections = useMemo(
    () => [
      {
        id: entityRef,
        title,
        subtitle: stage,
        dates: datesOf(Object.entries(milestones ?? {}), t),
      },
    ],
    [entityRef, title, stage, milestones, t],
  );
  const open = useCallback(
    (entry: TimelineEntry) => {
      const uid = uidOf(entry);
      const item = items.find(
        one => uidOf({ source: one.source, itemId: one.id, entityRef }) === uid,
      );
      if (item) {
        onOpen(item);
      }
    },
    [items, entityRef, onOpen],
  );
  return (
    <TimelineBoard
      label={t('roadmap.plan.timeline.label')}
      entries={entries}
      sections={sections}
      editable={editable}
      onOpen={open}
    />
  );
}
