import { Link } from '@backstage/core-components';
import type { RunbookRun } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Lines,
  Muted,
  Tag,
  useEntityPath,
  When,
} from '../../components';
import { useText } from '../../useText';
import { statusWord, toneOfRun } from './words';

/** Runs with why they were started, how they stand, and who is in charge. */
export function RunLines(props: {
  runs: readonly RunbookRun[];
  /** Whose they are: what all of them share is not said again. */
  of: 'runbook' | 'entity' | 'all';
}) {
  const { runs, of } = props;
  const t = useText();
  const path = useEntityPath();
  return (
    <Lines label={t('runbooks.runs.title')}>
      {runs.map(run => (
        <li key={run.id}>
          <Link to={`${path(run.entity, 'runbooks')}?run=${run.id}`}>
            {of === 'runbook'
              ? run.reason.text
              : `${run.runbook.title}: ${run.reason.text}`}
          </Link>{' '}
          <Tag tone={toneOfRun(run)}>{statusWord(t, run)}</Tag>{' '}
          <Muted>
            {of === 'all' && (
              <>
                <EntityName entity={run.entity} />
                {' · '}
              </>
            )}
            {t(`runbooks.runs.reasons.${run.reason.kind}`)} · {run.lead.title} ·{' '}
            <When value={run.startedAt} /> ·{' '}
            {t('runbooks.runs.progress', {
              done: run.steps.done + run.steps.skipped + run.steps.failed,
              total: run.steps.total,
            })}
          </Muted>
        </li>
      ))}
    </Lines>
  );
}
