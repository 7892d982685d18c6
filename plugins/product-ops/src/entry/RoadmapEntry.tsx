import { ProductOpsQueryProvider } from '../api/ProductOpsQueryProvider';
import { RoadmapContent, type RoadmapSettings } from '../roadmap';

export function RoadmapEntry(props: RoadmapSettings) {
  return (
    <ProductOpsQueryProvider>
      <RoadmapContent {...props} />
    </ProductOpsQueryProvider>
  );
}
