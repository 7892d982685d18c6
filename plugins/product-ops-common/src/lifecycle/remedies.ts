import type { AttentionAction } from '../api/types';
import { OWNERSHIP_ROLES } from '../product';
import type { CheckDefinition } from './checks';
import { approverTitle } from './gates';

/**
 * What must be known of an entity to say which lines go where.
 *
 * @public
 */
export interface RemedyContext {
  /** In any case. */
  kind: string;
  /** The name of the catalog file. */
  file?: string;
  /** Where the catalog file can be edited. */
  editUrl?: string;
}

type Remedy = { label: string; yaml?: string; tab?: 'roadmap' | 'runbooks' };

/**
 * How a check can be made to pass: the lines to add and the file they go into, a page, or who is to be asked.
 *
 * @public
 */
export function remedyOf(
  check: CheckDefinition,
  context: RemedyContext,
): AttentionAction | undefined {
  const { remedy, attestedBy } = check;
  if (remedy) {
    return remedy.url
      ? {
          label: remedy.label,
          href: remedy.url,
          ...(remedy.yaml && { yaml: remedy.yaml }),
          ...(remedy.yaml && context.file && { file: context.file }),
        }
      : inFile(remedy, context);
  }
  if (attestedBy) {
    return {
      label: `Answered by: ${attestedBy.map(approverTitle).join(', ')}`,
    };
  }
  const found = check.fact && remedyOfFact(check.fact, context.kind);
  return found ? inFile(found, context) : undefined;
}

function inFile(
  { label, yaml, tab }: Remedy,
  { file, editUrl }: RemedyContext,
): AttentionAction {
  return {
    label,
    ...(tab && { tab }),
    ...(yaml && { yaml }),
    ...(yaml && file && { file }),
    ...(yaml && editUrl && { href: editUrl }),
  };
}

function remedyOfFact(fact: string, kind: string): Remedy | undefined {
  const isProduct = kind.toLowerCase() === 'product';
  const annotation = (name: string, value: string) =>
    `metadata:\n  annotations:\n    ${name}: ${value}`;
  const role = OWNERSHIP_ROLES.find(known => fact === `role.${known.role}`);
  if (role) {
    return {
      label: `Name its ${role.title.toLowerCase()}`,
      yaml: isProduct
        ? `spec:\n  roles:\n    ${role.role}: group:<name>`
        : annotation(role.annotation, 'group:<name>'),
    };
  }
  if (/^runbooks\.(incident|operational|maintenance|recovery)$/.test(fact)) {
    const type = fact.slice('runbooks.'.length);
    return {
      label: `Add a runbook of type ${type}`,
      tab: 'runbooks',
      yaml: annotation('productops.io/runbooks', 'runbooks/'),
    };
  }
  const remedies: Record<string, Remedy> = {
    'entity.description': {
      label: 'Describe it',
      yaml: 'metadata:\n  description: <what it is for>',
    },
    'entity.tier': {
      label: 'Set its tier',
      yaml: isProduct
        ? 'spec:\n  tier: 2'
        : annotation('productops.io/tier', "'2'"),
    },
    'owner.exists': {
      label: 'Name an owner',
      yaml: 'spec:\n  owner: group:<name>',
    },
    'owner.members': {
      label: 'Name an owner with people',
      yaml: 'spec:\n  owner: group:<name>',
    },
    'runbooks.stale': { label: 'Review its runbooks', tab: 'runbooks' },
    'recovery.objectives': {
      label: 'Set its recovery objectives',
      yaml: isProduct
        ? 'spec:\n  recovery:\n    rto: PT4H\n    rpo: PT1H'
        : annotation('productops.io/rto', 'PT4H\n    productops.io/rpo: PT1H'),
    },
    'recovery.proven': {
      label: 'Run a drill of its recovery runbook',
      tab: 'runbooks',
    },
    'backup.statement': {
      label: 'Say how its data is backed up',
      yaml: annotation(
        'productops.io/backup',
        '<where and how often, or none>',
      ),
    },
    'roadmap.next': {
      label: 'Plan what comes next',
      tab: 'roadmap',
      yaml: annotation('productops.io/roadmap', 'roadmap.yaml'),
    },
    'documentation.present': {
      label: 'Add documentation',
      yaml: annotation('backstage.io/techdocs-ref', 'dir:.'),
    },
    'api.definition': {
      label: 'Declare its APIs',
      yaml: 'spec:\n  providesApis:\n    - <name of an API in the catalog>',
    },
    'source.location': {
      label: 'Say where its source is',
      yaml: annotation('backstage.io/source-location', 'url:<address>'),
    },
    'links.monitoring': {
      label: 'Link to its dashboard',
      yaml: 'metadata:\n  links:\n    - url: <address>\n      title: Dashboard\n      type: dashboard',
    },
    'dependencies.earliestStage': {
      label: 'Wait for what it depends on, or do without it',
    },
    'dependencies.leaving': { label: 'Move to what replaces it' },
    'dependents.count': { label: 'Move what depends on it' },
    'successor.named': {
      label: 'Name a successor',
      yaml: 'spec:\n  successor: product:<name>',
    },
  };
  return remedies[fact];
}
