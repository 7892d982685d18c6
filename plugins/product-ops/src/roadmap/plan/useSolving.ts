import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  dependencyTargetOf,
  itemKeyOf,
  type PatchRoadmapItemBody,
  type PlanConflict,
  type PlanConflictAction,
  type PlanItemSummary,
  type RoadmapItemDetails,
} from '@productops/backstage-plugin-product-ops-common';
import { productOpsApiRef } from '../../api';
import { currentOf, refusalOf } from '../../api/conflicts';
import { useAskAgain } from '../../api/rooms';
import { useText } from '../../useText';

type Fields = PatchRoadmapItemBody['fields'];

/** A change of an item that its file has to say. */
export interface FileEdit {
  item: PlanItemSummary;
  fields: Fields;
}

/** The item that an action is about. */
export function itemOfAction(
  conflict: PlanConflict,
  action: PlanConflictAction,
): PlanItemSummary | undefined {
  return conflict.items.find(
    ({ id, entityRef }) =>
      id === action.item.id && entityRef === action.item.entityRef,
  );
}

/** The dependencies of an item without one of them, however it is named. */
function without(item: RoadmapItemDetails, entityRef: string, ref: string) {
  const keyOf = (text: string) => {
    const target = dependencyTargetOf(text, entityRef);
    return target ? itemKeyOf(target) : text;
  };
  return item.dependsOn
    .map(dependency => dependency.ref)
    .filter(one => keyOf(one) !== keyOf(ref));
}

/** Does what solves a conflict: at once with an item of the portal, as a change of the file with a declared one. */
export function useSolving() {
  const api = useApi(productOpsApiRef);
  const askAgain = useAskAgain('roadmap');
  const t = useText();
  const [busy, setBusy] = useState<string>();
  const [notice, setNotice] = useState<{ good: boolean; text: string }>();
  const [inFile, setInFile] = useState<FileEdit>();

  async function fieldsOf(
    action: PlanConflictAction,
    { entityRef, id }: PlanItemSummary,
    source: 'declared' | 'recorded',
  ): Promise<Fields> {
    switch (action.type) {
      case 'reschedule':
        return {
          ...(action.start && { start: action.start }),
          ...(action.end && { end: action.end }),
        };
      case 'set-status':
        return { status: action.status };
      default: {
        const details = await api.roadmap.getItem({
          entity: entityRef,
          id,
          source,
        });
        return {
          dependsOn: without(details, entityRef, action.dependency ?? ''),
        };
      }
    }
  }

  /** `chosen` is what somebody had to think about first. */
  async function solve(
    conflict: PlanConflict,
    action: PlanConflictAction,
    chosen?: Fields,
  ) {
    const item = itemOfAction(conflict, action);
    if (!item) {
      return;
    }
    setBusy(conflict.id);
    setNotice(undefined);
    try {
      const source = item.source === 'recorded' ? 'recorded' : 'declared';
      const fields = chosen ?? (await fieldsOf(action, item, source));
      if (source === 'declared') {
        setInFile({ item, fields });
        return;
      }
      const question = { entity: item.entityRef, id: item.id, source } as const;
      const { version } = item;
      if (action.type === 'reschedule') {
        const { start, end } = action;
        await api.roadmap.actOnItem(question, {
          type: 'resize',
          version,
          ...(start && { start }),
          ...(end && { end }),
        });
      } else {
        await api.roadmap.patchItem(question, { version, fields });
      }
      setNotice({
        good: true,
        text: t('roadmap.plan.conflicts.solved', { title: item.title }),
      });
    } catch (error) {
      setNotice({
        good: false,
        text: currentOf(error)
          ? t('roadmap.plan.conflicts.changedMeanwhile', { title: item.title })
          : t('roadmap.plan.conflicts.refused', {
              message: refusalOf(error).message,
            }),
      });
    } finally {
      setBusy(undefined);
      await askAgain();
    }
  }
  return {
    solve,
    busy,
    notice,
    hideNotice: () => setNotice(undefined),
    inFile,
    closeFile: () => setInFile(undefined),
  };
}
