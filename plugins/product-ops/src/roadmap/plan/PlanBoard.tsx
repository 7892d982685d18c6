import type { PlanPage } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../useText';
import { Lane, Lanes } from '../Lanes';
import { HORIZONS } from '../useRoadmapQuery';
import { PlanCard } from './PlanCard';
import type { OpenItem } from './openItems';

/** Items of all products by horizon; those without one get a lane only when there are any. */
export function PlanBoard(props: {
  page: PlanPage;
  onOpen: (item: OpenItem) => void;
}) {
  const { page, onOpen } = props;
  const t = useText();
  const entities = new Map(
    page.entities.map(({ ref, entity }) => [ref, entity]),
  );
  const lanes = HORIZONS.map(horizon => ({
    horizon,
    items: page.items.filter(item => (item.horizon ?? 'none') === horizon),
  })).filter(lane => lane.horizon !== 'none' || lane.items.length > 0);
  return (
    <Lanes>
      {lanes.map(lane => (
        <Lane
          key={lane.horizon}
          title={t(`roadmap.horizons.${lane.horizon}`)}
          count={lane.items.length}
          partial={page.totalItems > page.items.length}
        >
          {lane.items.map(item => (
            <PlanCard
              key={`${item.source}/${item.id}@${item.entityRef}`}
              item={item}
              entity={entities.get(item.entityRef)}
              onOpen={() => onOpen(item)}
            />
          ))}
        </Lane>
      ))}
    </Lanes>
  );
}
