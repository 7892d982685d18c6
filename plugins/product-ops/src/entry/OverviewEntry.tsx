import { ProductOverview } from '../overview';
import { Surface } from './Surface';

export function OverviewEntry() {
  return (
    <Surface>
      <ProductOverview />
    </Surface>
  );
}
