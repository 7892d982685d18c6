import { EntityOwnershipContent } from '../ownership/EntityOwnershipContent';
import { Surface } from './Surface';

export function EntityOwnershipEntry() {
  return (
    <Surface>
      <EntityOwnershipContent />
    </Surface>
  );
}
