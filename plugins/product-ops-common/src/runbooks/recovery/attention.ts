import type { Drill, DrillDue, DrillMeasure } from '../../api/types';
import type { EntityFacts, ScopedAttentionItem } from '../../overview';
import { readableDay, readableDuration } from '../../product';
import { readableElapsed } from '../runs/record';

type Found = Omit<ScopedAttentionItem, 'subject'>;

/**
 * What is known of the drills of an entity.
 *
 * @public
 */
export interface DrillFacts {
  /** The last one, against what is promised now. */
  last?: Drill;
  due?: DrillDue;
}

const action = { label: 'Open its recovery', tab: 'runbooks' } as const;

/** What the last drill says that should not be so, and whether the next is overdue. */
export function drillRules({ drills, tier }: EntityFacts): Found[] {
  const { last, due } = drills ?? {};
  const severity = tier === 1 ? 'critical' : 'warning';
  const found: Found[] = [];
  if (last?.proof === 'failed') {
    found.push({
      id: 'runbooks/drill-failed',
      severity,
      title: `The last drill of its recovery ${
        last.outcome === 'failed' ? 'failed' : 'was abandoned'
      } on ${readableDay(last.at.slice(0, 10))}.`,
      detail: 'What it promises of recovery is not proven.',
      action,
      scope: 'related',
    });
  } else if (last) {
    const missed = (name: string, measure: DrillMeasure) =>
      measure.result === 'missed'
        ? [
            {
              id: `runbooks/drill-missed-${
                name === 'recovery time' ? 'rto' : 'rpo'
              }`,
              severity,
              title: `The last drill missed its ${name} by ${readableElapsed(
                measure.overMs ?? 0,
              )}.`,
              detail: `Promised ${readableDuration(
                measure.promised ?? '',
              )}, and ${readableElapsed(measure.ms ?? 0)} on ${readableDay(
                last.at.slice(0, 10),
              )}.`,
              action,
              scope: 'related' as const,
            } satisfies Found,
          ]
        : [];
    found.push(
      ...missed('recovery time', last.time),
      ...missed('recovery point', last.loss),
    );
  }
  if (due?.overdue) {
    found.push({
      id: 'runbooks/drill-overdue',
      severity: 'warning',
      title: `A drill of its recovery was due on ${readableDay(due.on)}.`,
      detail: last
        ? `The last was on ${readableDay(last.at.slice(0, 10))}.`
        : 'There was none yet.',
      action,
      scope: 'related',
    });
  }
  return found;
}
