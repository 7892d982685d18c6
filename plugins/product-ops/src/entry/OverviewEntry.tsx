import { ProductOpsQueryProvider } from '../api/ProductOpsQueryProvider';
import { ProductOverview } from '../overview';

export function OverviewEntry() {
  return (
    <ProductOpsQueryProvider>
      <ProductOverview />
    </ProductOpsQueryProvider>
  );
}
