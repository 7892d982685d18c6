import type {
  AttentionOptions,
  EntityFacts,
  ScopedAttentionItem,
} from '../overview';
import { correction } from '../overview/correction';
import { nearestName, readableDay } from '../product';
import { DEFAULT_STAGES, stageOf, stageRank } from './stages';

/**
 * What is wrong with the stage of an entity: none or an unknown one, a way out without a successor, the
 * end of its support or life passed.
 *
 * @remarks
 *
 * Rules about the way out go by the stages `sunset` and `retired` of the configured list.
 *
 * @public
 */
export function lifecycleAttention(
  facts: EntityFacts,
  options: AttentionOptions,
): ScopedAttentionItem[] {
  const { stages = DEFAULT_STAGES, today } = options;
  const found: ScopedAttentionItem[] = [];
  const report = (item: Omit<ScopedAttentionItem, 'subject'>) =>
    found.push({ subject: 'lifecycle', ...item });
  const isProduct = facts.kind.toLowerCase() === 'product';
  const stage = stageOf(facts.lifecycle, stages);
  const ids = stages.map(({ id }) => id);
  if (!stage.stage) {
    // Most kinds have no stage at all; a product without one has been forgotten.
    if (isProduct) {
      report({
        id: 'lifecycle/no-stage',
        severity: 'info',
        title: 'It declares no stage.',
        detail: `Stages are ${ids.join(', ')}.`,
        action: correction(
          facts,
          'Declare its stage',
          'spec:\n  lifecycle: live',
        ),
        scope: 'self',
      });
    }
  } else if (!stage.known) {
    const nearest = nearestName(stage.stage, [
      ...ids,
      ...stages.flatMap(({ aliases = [] }) => aliases),
    ]);
    report({
      id: 'lifecycle/unknown-stage',
      severity: 'warning',
      title: `Its stage "${stage.stage}" is not a known one.`,
      detail: nearest
        ? `Did you mean ${nearest}? Stages are ${ids.join(', ')}.`
        : `Stages are ${ids.join(', ')}.`,
      action: correction(
        facts,
        'Correct its stage',
        `spec:\n  lifecycle: ${nearest ?? '<stage>'}`,
      ),
      scope: 'self',
    });
  }

  const rank = stageRank(stage.stage, stages);
  const sunset = stageRank('sunset', stages);
  const leaving = rank !== undefined && sunset !== undefined && rank >= sunset;
  const retired = stage.stage === 'retired';
  if (facts.successor && !facts.successor.known) {
    report({
      id: 'lifecycle/unknown-successor',
      severity: 'warning',
      title: `Its successor, ${facts.successor.ref}, is not in the catalog.`,
      action: correction(
        facts,
        'Correct its successor',
        'spec:\n  successor: product:<name>',
      ),
      scope: 'related',
    });
  }
  if (isProduct && leaving && !facts.successor) {
    const dependents = facts.dependents ?? 0;
    report({
      id: 'lifecycle/no-successor',
      severity: dependents > 0 && !retired ? 'warning' : 'info',
      title: `It is in ${stage.title.toLowerCase()} and names no successor.`,
      detail:
        dependents > 0
          ? 'What still depends on it does not know where to go.'
          : 'Who looks for it does not learn what to use instead.',
      action: correction(
        facts,
        'Name a successor',
        'spec:\n  successor: product:<name>',
      ),
      scope: dependents > 0 && !retired ? 'related' : 'self',
    });
  }
  if (!retired) {
    const { endOfSupport, endOfLife } = facts.milestones ?? {};
    if (endOfLife && endOfLife < today) {
      report({
        id: 'lifecycle/past-end-of-life',
        severity: 'critical',
        title: `Its end of life was on ${readableDay(
          endOfLife,
        )}, and it is not retired.`,
        action: correction(
          facts,
          'Retire it or move the date',
          'spec:\n  lifecycle: retired',
        ),
        scope: 'self',
      });
    } else if (endOfSupport && endOfSupport < today && !leaving) {
      report({
        id: 'lifecycle/past-end-of-support',
        severity: 'warning',
        title: `Its support ended on ${readableDay(
          endOfSupport,
        )}, and it is not in sunset.`,
        action: correction(
          facts,
          'Move it to sunset',
          'spec:\n  lifecycle: sunset',
        ),
        scope: 'self',
      });
    }
  }
  return found;
}
