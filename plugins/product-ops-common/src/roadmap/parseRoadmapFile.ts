import type {
  DocumentError,
  RoadmapHorizon,
  RoadmapStatus,
} from '../api/types';
import {
  DEFAULT_DOCUMENT_LIMITS,
  DocumentLimits,
  readYaml,
  YamlFile,
} from '../documents';
import { describeValue, isIsoDate, readEntityRef } from '../product';
import { readDependency } from './itemRefs';
import { scoreOf } from './score';
import type { DeclaredRoadmapItem, ParsedRoadmap } from './types';
import { roadmapValidators } from './validators';

/**
 * How a roadmap file is read.
 *
 * @public
 */
export interface ParseRoadmapOptions {
  /** What errors call the file. */
  file: string;
  /** Bounds other than the default ones. */
  limits?: Partial<DocumentLimits>;
  /** The namespace of refs that name none; `default` when absent. */
  namespace?: string;
}

/** An item that its schema accepts. */
interface RawItem {
  id: string;
  title: string;
  description?: string;
  status?: RoadmapStatus;
  horizon?: RoadmapHorizon;
  start?: string;
  end?: string;
  category?: string;
  goal?: string;
  owner?: string;
  score?: Record<string, number>;
  dependsOn?: string[];
  milestones?: Record<string, string | number>;
  labels?: string[];
  links?: Array<{ url: string; title?: string }>;
  origin?: string;
}

type Problem = Pick<DocumentError, 'code' | 'message' | 'expected'> & {
  path: Array<string | number>;
};

/** What no schema can say of an item: days that exist, their order, refs that parse. */
function itemProblems(raw: RawItem, namespace: string | undefined): Problem[] {
  const problems: Problem[] = [];
  for (const field of ['start', 'end'] as const) {
    const day = raw[field];
    if (day !== undefined && !isIsoDate(day)) {
      problems.push({
        path: [field],
        code: 'impossible-date',
        message: `"${field}" is ${describeValue(
          day,
        )}, a day that does not exist.`,
        expected: 'a day of the calendar, such as 2027-03-31',
      });
    }
  }
  if (problems.length === 0 && raw.start && raw.end && raw.end < raw.start) {
    problems.push({
      path: ['end'],
      code: 'ends-before-start',
      message: `"${raw.id}" ends on ${raw.end}, before it starts on ${raw.start}.`,
      expected: `${raw.start} or later`,
    });
  }
  if (
    raw.owner !== undefined &&
    !readEntityRef(raw.owner, {
      defaultKind: 'group',
      allowedKinds: ['user', 'group'],
    })
  ) {
    problems.push({
      path: ['owner'],
      code: 'invalid-ref',
      message: `"owner" is ${describeValue(raw.owner)}.`,
      expected: 'a user or a group, such as group:payments',
    });
  }
  raw.dependsOn?.forEach((ref, index) => {
    if (!readDependency(ref, namespace)) {
      problems.push({
        path: ['dependsOn', index],
        code: 'invalid-dependency',
        message: `"dependsOn[${index}]" is ${describeValue(ref)}.`,
        expected:
          'the id of an item, or id@<entity ref> such as passkeys@product:identity',
      });
    }
  });
  return problems;
}

function itemOf(
  raw: RawItem,
  line: number,
  namespace: string | undefined,
): DeclaredRoadmapItem {
  const { score, owner, dependsOn, milestones, ...rest } = raw;
  const holder =
    owner &&
    readEntityRef(owner, { defaultKind: 'group', defaultNamespace: namespace });
  return {
    ...rest,
    status: raw.status ?? 'proposed',
    ...(holder && { owner: holder }),
    ...(score && { score: scoreOf(score) }),
    dependsOn: (dependsOn ?? []).flatMap(
      ref => readDependency(ref, namespace) ?? [],
    ),
    milestones: Object.entries(milestones ?? {}).map(([name, value]) => ({
      name,
      value: String(value),
    })),
    labels: raw.labels ?? [],
    links: raw.links ?? [],
    line,
  };
}

/** Checks the items one by one: what is wrong with each, and those that are fine. */
function readItems(
  values: unknown[],
  file: YamlFile,
  options: ParseRoadmapOptions,
  report: (problem: Problem & { atKey?: boolean }) => void,
): DeclaredRoadmapItem[] {
  const items = new Map<string, DeclaredRoadmapItem>();
  const firstLines = new Map<string, number>();
  values.forEach((value, index) => {
    const { line } = file.positionOf(['items', index]);
    const schema = roadmapValidators().item(value);
    const id = (value as RawItem | null)?.id;
    const firstLine = typeof id === 'string' ? firstLines.get(id) : undefined;
    const problems: Array<Problem & { atKey?: boolean }> =
      schema.length > 0
        ? schema
        : itemProblems(value as RawItem, options.namespace);
    if (firstLine !== undefined) {
      problems.push({
        path: ['id'],
        code: 'duplicate-id',
        message: `The id "${String(id).slice(
          0,
          100,
        )}" is there twice: on line ${firstLine} and on line ${
          file.positionOf(['items', index, 'id']).line
        }.`,
        expected: 'an id of its own for each item',
      });
    } else if (typeof id === 'string') {
      firstLines.set(id, file.positionOf(['items', index, 'id']).line);
    }
    problems.forEach(problem =>
      report({ ...problem, path: ['items', index, ...problem.path] }),
    );
    if (problems.length === 0) {
      const item = itemOf(value as RawItem, line, options.namespace);
      items.set(item.id, item);
    }
  });
  return [...items.values()];
}

/**
 * Reads a roadmap file. It never throws: whatever is wrong is in `errors`, with its place.
 *
 * @remarks
 *
 * A file with any error is not `usable`: its last good version stays in force as a whole, so that half a
 * change is never shown as a plan. Where there is no good version, `items` has those that are fine by
 * themselves. Whether what an item depends on exists is no question of the file: see
 * {@link roadmapAttention}.
 *
 * @public
 */
export function parseRoadmapFile(
  text: string,
  options: ParseRoadmapOptions,
): ParsedRoadmap {
  const limits = { ...DEFAULT_DOCUMENT_LIMITS, ...options.limits };
  const file = readYaml(text, {
    file: options.file,
    maxFileBytes: limits.maxFileBytes,
  });
  if (file.errors.length > 0) {
    return {
      items: [],
      errors: file.errors.slice(0, limits.maxErrors),
      errorCount: file.errors.length,
      usable: false,
    };
  }
  const errors: DocumentError[] = [];
  let errorCount = 0;
  const report = (problem: Problem & { atKey?: boolean }) => {
    errorCount += 1;
    // Finding the place costs, so it is left out for errors that nobody is told.
    if (errors.length < limits.maxErrors) {
      errors.push({
        code: problem.code,
        message: problem.message,
        file: options.file,
        ...(problem.atKey
          ? file.positionOfKey(problem.path)
          : file.positionOf(problem.path)),
        expected: problem.expected,
      });
    }
  };
  roadmapValidators().file(file.value).forEach(report);
  const declared = (file.value as { items?: unknown } | null)?.items;
  const values = Array.isArray(declared) ? declared : [];
  if (values.length > limits.maxItems) {
    report({
      path: ['items', limits.maxItems],
      code: 'too-many-items',
      message: `The file has ${values.length} items.`,
      expected: `at most ${limits.maxItems}; the rest is not read`,
    });
  }
  // The items of a file of another kind are not a roadmap's, whatever they look like.
  const isRoadmap = !errors.some(
    ({ code }) => code === 'missing-field' || code === 'schema',
  );
  const items = isRoadmap
    ? readItems(values.slice(0, limits.maxItems), file, options, report)
    : [];
  return { items, errors, errorCount, usable: errorCount === 0 };
}
