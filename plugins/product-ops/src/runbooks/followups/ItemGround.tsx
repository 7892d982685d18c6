import { Link } from '@backstage/core-components';
import { useFollowUps } from '../../api/followUpsHooks';
import { Muted, useEntityPath } from '../../components';
import { useText } from '../../useText';

/** From which run or runbook an item follows, with the way there. */
export function ItemGround(props: {
  /** The full ref of the entity whose roadmap the item is on. */
  entityRef: string;
  id: string;
  /** What the item says of itself, for where that is all that can be known. */
  origin: string;
}) {
  const { entityRef, id, origin } = props;
  const t = useText();
  const path = useEntityPath();
  const { data } = useFollowUps({ entity: entityRef, item: id });
  const [followUp] = data?.items ?? [];
  if (!followUp) {
    return data ? (
      <Muted>
        {t('roadmap.editing.fields.origin')}: {origin}
      </Muted>
    ) : null;
  }
  const { entity, run, runbook, step } = followUp.of;
  const words = {
    runbook: runbook.title,
    reason: run?.reason.text ?? '',
    step: step ?? '',
  };
  const ofRun = step
    ? t('runbooks.followUps.ofStep', words)
    : t('runbooks.followUps.ofRun', words);
  return (
    <Muted>
      {t('runbooks.followUps.follows')}{' '}
      <Link
        to={`${path(entity, 'runbooks')}?${new URLSearchParams({
          ...(run ? { run: run.id } : { runbook: runbook.id }),
          ...(run && step && { step }),
        })}`}
      >
        {run ? ofRun : t('runbooks.followUps.ofRunbook', words)}
      </Link>
    </Muted>
  );
}
