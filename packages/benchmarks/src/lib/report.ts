import { availableParallelism } from 'node:os';
import { Comparison, percentile } from './measure';

/** One line of the result: a ratio against its aim, or a plain number against its bound. */
export interface Finding {
  question: string;
  /** What was compared with what. */
  what: string;
  measured: string;
  baseline: string;
  /** The number that the aim speaks of. */
  value: number;
  unit: 'ratio' | 'rows' | 'KB' | 'ms' | 'MB' | 'requests' | 'nodes';
  aim?: number;
  /** How often each side ran. */
  rounds: number;
}

/** Both percentiles of both sides, and the ratio of the one that the aim speaks of. */
export function findingOf(
  question: string,
  comparison: Comparison,
  options: { by: 0.5 | 0.95; aim?: number; what?: string },
): Finding {
  const { measured, baseline } = comparison;
  const side = ({ times }: { times: number[] }) =>
    `${format(percentile(times, 0.5))} / ${format(percentile(times, 0.95))} ms`;
  return {
    question,
    what: options.what ?? `${measured.name} : ${baseline.name}`,
    measured: side(measured),
    baseline: side(baseline),
    value:
      percentile(measured.times, options.by) /
      percentile(baseline.times, options.by),
    unit: 'ratio',
    aim: options.aim,
    rounds: measured.times.length,
  };
}

/** A table as docs/performance.md holds it. */
export function toMarkdown(findings: readonly Finding[]): string {
  const rows = findings.map(finding => [
    finding.question,
    finding.what,
    finding.measured,
    finding.baseline,
    formatValue(finding),
    finding.aim === undefined ? '' : `<= ${finding.aim}`,
    verdictOf(finding),
    `${finding.rounds}`,
  ]);
  const header = [
    'question',
    'what : against what',
    'p50 / p95',
    'against p50 / p95',
    'result',
    'aim',
    '',
    'rounds',
  ];
  return [header, header.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** What one must know of the machine to read the milliseconds; the ratios need less. */
export function describeMachine(): string {
  return `Node ${process.versions.node}, ${availableParallelism()} cores, ${
    process.platform
  } ${process.arch}`;
}

function verdictOf({ value, aim }: Finding): string {
  if (aim === undefined) {
    return '';
  }
  return value <= aim ? 'met' : 'missed';
}

function formatValue({ value, unit }: Finding): string {
  switch (unit) {
    case 'rows':
    case 'requests':
    case 'nodes':
      return `${value} ${unit}`;
    case 'KB':
      return `${value.toFixed(1)} KB`;
    case 'ms':
    case 'MB':
      return `${value.toFixed(0)} ${unit}`;
    default:
      return value < 0.1 ? value.toPrecision(2) : value.toFixed(2);
  }
}

function format(milliseconds: number): string {
  return milliseconds >= 100
    ? milliseconds.toFixed(0)
    : milliseconds.toFixed(1);
}
