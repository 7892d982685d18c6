/** A milestone as GitHub tells it, as far as it is read. */
export interface Milestone {
  number: number;
  title: string;
  description?: string;
  url?: string;
  closed: boolean;
  /** `YYYY-MM-DD` */
  due?: string;
  closedIssues: number;
}

/** An issue as GitHub tells it, as far as it is read. */
export interface Issue {
  number: number;
  title: string;
  body?: string;
  url?: string;
  closed: boolean;
  /** Why it was closed, such as `completed` or `not_planned`. */
  reason?: string;
  labels: string[];
  assignees: string[];
  milestone?: Milestone;
}

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
    ? value
    : undefined;
}

/** Reads an issue; nothing for a pull request, which GitHub lists among them, or for what is none at all. */
export function readIssue(value: unknown): Issue | undefined {
  const fields = fieldsOf(value);
  const number = numberOf(fields?.number);
  if (!fields || !number || fieldsOf(fields.pull_request)) {
    return undefined;
  }
  return {
    number,
    title: textOf(fields.title) ?? `#${number}`,
    body: textOf(fields.body),
    url: textOf(fields.html_url),
    closed: fields.state === 'closed',
    reason: textOf(fields.state_reason),
    labels: listOf(fields.labels).flatMap(
      label => textOf(label) ?? textOf(fieldsOf(label)?.name) ?? [],
    ),
    assignees: listOf(fields.assignees ?? [fields.assignee]).flatMap(
      person => textOf(fieldsOf(person)?.login) ?? [],
    ),
    milestone: readMilestone(fields.milestone),
  };
}

/** Reads a milestone; nothing for what is none. */
export function readMilestone(value: unknown): Milestone | undefined {
  const fields = fieldsOf(value);
  const number = numberOf(fields?.number);
  if (!fields || !number) {
    return undefined;
  }
  const [due] = /^\d{4}-\d{2}-\d{2}/.exec(textOf(fields.due_on) ?? '') ?? [];
  return {
    number,
    title: textOf(fields.title) ?? `Milestone ${number}`,
    description: textOf(fields.description),
    url: textOf(fields.html_url),
    closed: fields.state === 'closed',
    due,
    closedIssues: numberOf(fields.closed_issues) ?? 0,
  };
}
