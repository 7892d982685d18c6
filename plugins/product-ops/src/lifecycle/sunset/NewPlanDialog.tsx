import type { EntityLink } from '@productops/backstage-plugin-product-ops-common';
import { useEntityOverview } from '../../api/hooks';
import { PlanDialog } from './PlanDialog';

/** Begins to retire an entity, with the dates and the successor that its file declares. */
export function NewPlanDialog(props: {
  entity: EntityLink;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { entity, onClose, onSaved } = props;
  const { data, isPending } = useEntityOverview(entity.ref);
  // What is typed must not be overwritten by what comes later; where nothing comes, nothing is declared.
  if (isPending) {
    return null;
  }
  const { milestones, successor } = data?.lifecycle ?? {};
  return (
    <PlanDialog
      entity={entity}
      declared={{ ...milestones, successor }}
      onClose={onClose}
      onSaved={onSaved}
    />
  );
}
