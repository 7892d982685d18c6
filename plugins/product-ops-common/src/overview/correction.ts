import type { AttentionAction } from '../api/types';
import type { EntityFacts } from './facts';

/** The action that puts lines into the catalog-info file of an entity: which file, and where it can be edited. */
export function correction(
  { file, editUrl }: EntityFacts,
  label: string,
  yaml: string,
): AttentionAction {
  return {
    label,
    yaml,
    ...(file && { file }),
    ...(editUrl && { href: editUrl }),
  };
}
