import { ProductOpsQueryProvider } from '../api/ProductOpsQueryProvider';
import { RunbooksContent, type RunbooksSettings } from '../runbooks';

export function RunbooksEntry(props: RunbooksSettings) {
  return (
    <ProductOpsQueryProvider>
      <RunbooksContent {...props} />
    </ProductOpsQueryProvider>
  );
}
