import { SummaryCard } from '../overview';
import { Surface } from './Surface';

export function SummaryCardEntry() {
  return (
    <Surface>
      <SummaryCard />
    </Surface>
  );
}
