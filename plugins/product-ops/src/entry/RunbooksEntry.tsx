import { RunbooksContent, type RunbooksSettings } from '../runbooks';
import { Surface } from './Surface';

export function RunbooksEntry(props: RunbooksSettings) {
  return (
    <Surface>
      <RunbooksContent {...props} />
    </Surface>
  );
}
