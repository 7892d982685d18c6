import { EntityLifecycleContent } from '../lifecycle/entity/EntityLifecycleContent';
import { Surface } from './Surface';

export function EntityLifecycleEntry() {
  return (
    <Surface>
      <EntityLifecycleContent />
    </Surface>
  );
}
