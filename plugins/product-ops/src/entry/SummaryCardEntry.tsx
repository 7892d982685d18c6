import { ProductOpsQueryProvider } from '../api/ProductOpsQueryProvider';
import { SummaryCard } from '../overview';

export function SummaryCardEntry() {
  return (
    <ProductOpsQueryProvider>
      <SummaryCard />
    </ProductOpsQueryProvider>
  );
}
