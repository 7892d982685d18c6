import { RoadmapContent, type RoadmapSettings } from '../roadmap';
import { Surface } from './Surface';

export function RoadmapEntry(props: RoadmapSettings) {
  return (
    <Surface>
      <RoadmapContent {...props} />
    </Surface>
  );
}
