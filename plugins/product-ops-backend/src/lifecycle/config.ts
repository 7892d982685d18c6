import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  DEFAULT_CHECKS,
  expectationProblem,
  stageRank,
  type CheckDefinition,
  type CheckExpectation,
  type CheckOperator,
  type CheckRemedy,
  type FactDefinition,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import {
  durationAt,
  fieldsAt,
  listAt,
  nameAt,
  refuse,
  textAt,
} from '../config/values';
import { appliesToAt, approversAt, readStages } from './stagesConfig';

/** Stages, and all checks that their gates may demand. */
export interface LifecycleRules {
  stages: StageDefinition[];
  checks: CheckDefinition[];
}

const SECTION = 'productOps.lifecycle';
const PATH = `${SECTION}.checks`;
const MAX_CHECKS = 200;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const OPERATORS: readonly CheckOperator[] = [
  'equals',
  'notEquals',
  'atLeast',
  'atMost',
  'oneOf',
  'atLeastStage',
];
const FIELDS = [
  'id',
  'title',
  'description',
  'kinds',
  'tiers',
  'types',
  'fact',
  'operator',
  'expected',
  'attestedBy',
  'validFor',
  'remedy',
];

/** Reads `productOps.lifecycle.schedule`: when answers to checks are brought up to date. */
export function readLifecycleSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const path = `${SECTION}.schedule`;
  return {
    ...(config.has(path)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(path),
        )
      : {
          frequency: { seconds: 30 },
          timeout: { minutes: 30 },
          initialDelay: { seconds: 8 },
        }),
    // Several instances share the answers: one of them works them out.
    scope: 'global',
  };
}

/**
 * Reads `productOps.lifecycle`. What cannot be used stops the backend with its path and the reason.
 *
 * @param known - the facts that there are, and the checks that modules bring along
 */
export function readLifecycleRules(
  config: Config,
  known: {
    facts: readonly FactDefinition[];
    checks?: readonly CheckDefinition[];
  },
): LifecycleRules {
  fieldsAt(config.getOptional(SECTION) ?? {}, SECTION, [
    'stages',
    'checks',
    'schedule',
  ]);
  const stages = readStages(config);
  const context = { stages, facts: known.facts };
  const checks = new Map<string, CheckDefinition>();
  for (const check of DEFAULT_CHECKS) {
    // A default that speaks of a stage which is not in a list of one's own asks nothing.
    if (
      check.operator !== 'atLeastStage' ||
      stageRank(String(check.expected), stages) !== undefined
    ) {
      checks.set(check.id, check);
    }
  }
  (known.checks ?? []).forEach(check =>
    checks.set(
      check.id,
      checkAt(check, `check ${JSON.stringify(check.id)} of a module`, context),
    ),
  );
  const seen = new Set<string>();
  listAt(config.getOptional(PATH), PATH, MAX_CHECKS)?.forEach((value, at) => {
    const path = `${PATH}[${at}]`;
    const check = checkAt(value, path, context);
    if (seen.has(check.id)) {
      refuse(`${path}.id`, check.id, 'every id once');
    }
    seen.add(check.id);
    checks.set(check.id, check);
  });
  return {
    stages: withKnownChecks(stages, config, checks),
    checks: [...checks.values()],
  };
}

/** Gates that are configured may only demand checks that there are; those by default demand what is left of theirs. */
function withKnownChecks(
  stages: readonly StageDefinition[],
  config: Config,
  checks: ReadonlyMap<string, CheckDefinition>,
): StageDefinition[] {
  const configured = config.getOptional<Array<{ gate?: unknown }>>(
    `${SECTION}.stages`,
  );
  return stages.map((stage, at) => {
    if (!stage.gate) {
      return stage;
    }
    if (configured?.[at]?.gate) {
      stage.gate.forEach(({ check }, place) =>
        nameAt(check, `${SECTION}.stages[${at}].gate[${place}]`, [
          ...checks.keys(),
        ]),
      );
      return stage;
    }
    return {
      ...stage,
      gate: stage.gate.filter(({ check }) => checks.has(check)),
    };
  });
}

function checkAt(
  value: unknown,
  path: string,
  context: {
    stages: readonly StageDefinition[];
    facts: readonly FactDefinition[];
  },
): CheckDefinition {
  const fields = fieldsAt(value, path, FIELDS);
  const id = textAt(fields.id, `${path}.id`);
  if (!id || !ID.test(id)) {
    return refuse(
      `${path}.id`,
      fields.id,
      'letters, digits, ".", "_" and "-", at most 63',
    );
  }
  const description = textAt(fields.description, `${path}.description`);
  const remedy = remedyAt(fields.remedy, `${path}.remedy`);
  const common = {
    id,
    title: textAt(fields.title, `${path}.title`, 200) ?? id,
    ...(description && { description }),
    ...appliesToAt(fields, path),
    ...(remedy && { remedy }),
  };
  const attestedBy = approversAt(fields.attestedBy, `${path}.attestedBy`);
  if (Boolean(fields.fact) === Boolean(attestedBy?.length)) {
    return refuse(path, value, 'either fact or attestedBy');
  }
  if (attestedBy) {
    const left = ['operator', 'expected'].find(
      name => fields[name] !== undefined,
    );
    if (left) {
      refuse(
        `${path}.${left}`,
        fields[left],
        'nothing: a person answers this check',
      );
    }
    const validFor = durationAt(fields.validFor, `${path}.validFor`);
    return { ...common, attestedBy, ...(validFor && { validFor }) };
  }
  if (fields.validFor !== undefined) {
    refuse(
      `${path}.validFor`,
      fields.validFor,
      'nothing: a fact answers this check',
    );
  }
  const fact = nameAt(
    fields.fact,
    `${path}.fact`,
    context.facts.map(known => known.id),
  );
  const operator = nameAt(
    fields.operator ?? 'equals',
    `${path}.operator`,
    OPERATORS,
  ) as CheckOperator;
  const expected = fields.expected ?? true;
  const problem = expectationProblem({
    type: context.facts.find(known => known.id === fact)!.type,
    operator,
    expected,
    stages: context.stages,
  });
  if (problem) {
    refuse(`${path}.expected`, expected, `what fits ${fact}: ${problem}`);
  }
  return {
    ...common,
    fact,
    operator,
    expected: expected as CheckExpectation,
  };
}

function remedyAt(value: unknown, path: string): CheckRemedy | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  const fields = fieldsAt(value, path, ['label', 'yaml', 'url']);
  const yaml = textAt(fields.yaml, `${path}.yaml`);
  const url = textAt(fields.url, `${path}.url`);
  // It becomes a link that people click.
  if (url && !/^(https?:\/\/|\/(?!\/))/.test(url)) {
    refuse(
      `${path}.url`,
      url,
      'https://..., http://... or a path that starts with /',
    );
  }
  return {
    label:
      textAt(fields.label, `${path}.label`, 200) ??
      refuse(`${path}.label`, fields.label, 'what to do, in a few words'),
    ...(yaml && { yaml }),
    ...(url && { url }),
  };
}
