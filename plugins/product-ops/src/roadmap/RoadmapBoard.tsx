import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../useText';
import { Lane, Lanes } from './Lanes';
import { RoadmapItemCard } from './RoadmapItemCard';
import { HORIZONS } from './useRoadmapQuery';

/** Items by horizon; those without one get a lane only when there are any. */
export function RoadmapBoard(props: {
  items: RoadmapItem[];
  /** Whether there are more items than these, on other pages. */
  partial: boolean;
  openItem?: string;
  onToggle: (id: string) => void;
}) {
  const { items, partial, openItem, onToggle } = props;
  const t = useText();
  const lanes = HORIZONS.map(horizon => ({
    horizon,
    items: items.filter(item => (item.horizon ?? 'none') === horizon),
  })).filter(lane => lane.horizon !== 'none' || lane.items.length > 0);
  return (
    <Lanes>
      {lanes.map(lane => (
        <Lane
          key={lane.horizon}
          title={t(`roadmap.horizons.${lane.horizon}`)}
          count={lane.items.length}
          partial={partial}
        >
          {lane.items.map(item => (
            <RoadmapItemCard
              key={`${item.source}/${item.id}`}
              item={item}
              withStatus
              open={openItem === item.id}
              onToggle={() => onToggle(item.id)}
            />
          ))}
        </Lane>
      ))}
    </Lanes>
  );
}
