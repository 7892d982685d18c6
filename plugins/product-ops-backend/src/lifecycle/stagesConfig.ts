import type { Config } from '@backstage/config';
import {
  DEFAULT_GATES,
  DEFAULT_STAGES,
  readApprover,
  type AppliesTo,
  type Approver,
  type GateDemand,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import {
  fieldsAt,
  flagAt,
  listAt,
  nameAt,
  refuse,
  textAt,
  textsAt,
} from '../config/values';

const PATH = 'productOps.lifecycle.stages';
const MAX_STAGES = 50;
const MAX_CHECKS = 200;
const MAX_ID = 100;
const FIELDS = [
  'id',
  'title',
  'aliases',
  'next',
  'gate',
  'approvers',
  'fourEyes',
  'whenVacant',
];
const APPLIES_TO = ['kinds', 'tiers', 'types'];
const plain = (text: string) => text.toLocaleLowerCase('en-US');

/**
 * Reads `productOps.lifecycle.stages`: the default stages when there are none. Whether the checks of their gates exist
 * is for who knows the checks.
 */
export function readStages(config: Config): StageDefinition[] {
  const configured = listAt(config.getOptional(PATH), PATH, MAX_STAGES);
  if (!configured?.length) {
    return DEFAULT_STAGES;
  }
  const stages = configured.map((value, at) =>
    stageAt(value, `${PATH}[${at}]`),
  );
  assertDistinct(stages);
  const ids = stages.map(({ id }) => id);
  stages.forEach(({ next = [] }, at) =>
    next.forEach((id, place) =>
      nameAt(id, `${PATH}[${at}].next[${place}]`, ids),
    ),
  );
  return stages;
}

function stageAt(value: unknown, path: string): StageDefinition {
  const fields = fieldsAt(value, path, FIELDS);
  const id =
    textAt(fields.id, `${path}.id`, MAX_ID) ??
    refuse(`${path}.id`, fields.id, 'the id of a stage');
  const defaults = DEFAULT_GATES[id];
  const gate = listAt(fields.gate, `${path}.gate`, MAX_CHECKS)?.map(
    (demand, at) => demandAt(demand, `${path}.gate[${at}]`),
  );
  const next = textsAt(fields.next, `${path}.next`);
  const fourEyes = flagAt(fields.fourEyes, `${path}.fourEyes`);
  const whenVacant =
    fields.whenVacant === undefined
      ? undefined
      : (nameAt(fields.whenVacant, `${path}.whenVacant`, [
          'wait',
          'skip',
        ]) as StageDefinition['whenVacant']);
  const approvers = approversAt(fields.approvers, `${path}.approvers`);
  return {
    id,
    title: textAt(fields.title, `${path}.title`, 200) ?? id,
    aliases: textsAt(fields.aliases, `${path}.aliases`) ?? [],
    ...(next && { next }),
    // A stage of a well-known name demands what that name promises, unless its gate is said.
    ...((gate ?? defaults?.gate) && { gate: gate ?? defaults?.gate }),
    ...((approvers ?? defaults?.approvers) && {
      approvers: approvers ?? defaults?.approvers,
    }),
    ...(fourEyes !== undefined && { fourEyes }),
    ...(whenVacant && { whenVacant }),
  };
}

function demandAt(value: unknown, path: string): GateDemand {
  if (typeof value === 'string') {
    return { check: textAt(value, path) ?? refuse(path, value, 'a check') };
  }
  const fields = fieldsAt(value, path, ['check', ...APPLIES_TO]);
  return {
    check:
      textAt(fields.check, `${path}.check`) ??
      refuse(`${path}.check`, fields.check, 'the id of a check'),
    ...appliesToAt(fields, path),
  };
}

/** Reads `kinds`, `tiers` and `types` of a gate's demand or a check. */
export function appliesToAt(
  fields: Record<string, unknown>,
  path: string,
): AppliesTo {
  const kinds = textsAt(fields.kinds, `${path}.kinds`);
  const types = textsAt(fields.types, `${path}.types`);
  const tiers = listAt(fields.tiers, `${path}.tiers`, 4)?.map((tier, at) =>
    tier === 1 || tier === 2 || tier === 3 || tier === 4
      ? tier
      : refuse(`${path}.tiers[${at}]`, tier, 'a tier from 1 to 4'),
  );
  return {
    ...(kinds && { kinds }),
    ...(tiers && { tiers }),
    ...(types && { types }),
  };
}

/** Reads who has a say: roles, groups and users. */
export function approversAt(
  value: unknown,
  path: string,
): Approver[] | undefined {
  return textsAt(value, path, 20)?.map(
    (text, at) =>
      readApprover(text) ??
      refuse(
        `${path}[${at}]`,
        text,
        'owner, productManager, techLead, operations, support, security, or a ref of a group or user, such as group:sre',
      ),
  );
}

function assertDistinct(stages: readonly StageDefinition[]) {
  const ids = new Set<string>();
  const aliases = new Set<string>();
  stages.forEach(({ id, aliases: others = [] }, at) => {
    if (ids.has(plain(id)) || id === 'none') {
      refuse(`${PATH}[${at}].id`, id, 'every id once, and none named "none"');
    }
    ids.add(plain(id));
    others.forEach((alias, place) => {
      if (aliases.has(plain(alias))) {
        refuse(`${PATH}[${at}].aliases[${place}]`, alias, 'every alias once');
      }
      aliases.add(plain(alias));
    });
  });
}
