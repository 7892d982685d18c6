import { Link } from '@backstage/core-components';
import type { RoadmapSource } from '@productops/backstage-plugin-product-ops-common';
import { useItemFeedback } from '../../api/feedbackHooks';
import { Muted, useEntityPath } from '../../components';
import { useText } from '../../useText';

/** How many have asked for what an item brings, with the way to it; nothing where nobody has. */
export function ItemFeedback(props: {
  /** The full ref of the entity whose roadmap the item is on. */
  entityRef: string;
  id: string;
  source?: RoadmapSource;
}) {
  const { entityRef, id, source } = props;
  const t = useText();
  const path = useEntityPath();
  const { data } = useItemFeedback({ entity: entityRef, id, source });
  if (!data?.totalItems) {
    return null;
  }
  return (
    <Muted>
      {t('roadmap.feedback.ofItem', {
        count: data.totalItems,
        votes: t('roadmap.feedback.votes', { count: data.votes }),
      })}
      {': '}
      {data.items.map((feedback, index) => (
        <span key={feedback.id}>
          {index > 0 && ', '}
          <Link
            to={`${path(
              feedback.entity,
              'roadmap',
            )}?view=feedback&feedback=${encodeURIComponent(feedback.id)}`}
          >
            {feedback.title}
          </Link>
        </span>
      ))}
      {data.totalItems > data.items.length &&
        ` ${t('common.more', {
          number: String(data.totalItems - data.items.length),
        })}`}
    </Muted>
  );
}
