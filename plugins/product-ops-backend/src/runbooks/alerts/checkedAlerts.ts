import { InputError } from '@backstage/errors';
import { describeValue } from '@productops/backstage-plugin-product-ops-common';
import type { ReceivedAlert } from '@productops/backstage-plugin-product-ops-node';
import { webUrl } from '../../roadmap/sources/checkedItems';

const MOST_ALERTS = 1000;
const MOST_TEXTS = 64;
const LONGEST = { fingerprint: 128, name: 255, text: 200, label: 2000 };
const LONGEST_ANNOTATION = 8000;
/** A page looks at thousands of alerts at once. */
const LONGEST_OF_ALL = 32_000;
/** Clocks differ; what is said to begin later than this is a mistake. */
const AHEAD_MS = 24 * 3600_000;
const EARLIEST = Date.UTC(1990, 0, 1);

/**
 * The alerts as they are kept, each once: of one that is told twice, what says that it is resolved counts.
 *
 * @throws `InputError` with the first place that is out of bounds; then nothing is to be kept
 */
export function checkedAlerts(
  alerts: readonly ReceivedAlert[],
  { now }: { now: Date },
): ReceivedAlert[] {
  if (!Array.isArray(alerts) || alerts.length > MOST_ALERTS) {
    refuse(
      'alerts',
      `${alerts?.length} alerts`,
      `at most ${MOST_ALERTS}; set max_alerts in the receiver`,
    );
  }
  const checked = new Map<string, ReceivedAlert>();
  alerts.forEach((alert, index) => {
    const one = checkedAlert(alert, `alerts[${index}]`, now);
    const key = `${one.fingerprint}\n${one.startsAt.getTime()}`;
    if (!checked.get(key)?.resolvedAt) {
      checked.set(key, one);
    }
  });
  return [...checked.values()];
}

function checkedAlert(
  alert: ReceivedAlert,
  at: string,
  now: Date,
): ReceivedAlert {
  for (const field of ['fingerprint', 'name'] as const) {
    const text = alert[field];
    if (typeof text !== 'string' || !text || text.length > LONGEST[field]) {
      refuse(
        `${at}.${field}`,
        describeValue(text),
        `1 to ${LONGEST[field]} characters`,
      );
    }
  }
  const startsAt = checkedTime(alert.startsAt, `${at}.startsAt`, now);
  const resolvedAt =
    alert.resolvedAt && checkedTime(alert.resolvedAt, `${at}.endsAt`, now);
  const generatorUrl = webUrl(alert.generatorUrl);
  const externalUrl = webUrl(alert.externalUrl);
  const labels = checkedTexts(alert.labels, `${at}.labels`, LONGEST.label);
  const annotations = checkedTexts(
    alert.annotations ?? {},
    `${at}.annotations`,
    LONGEST_ANNOTATION,
  );
  const length = [labels, annotations]
    .flatMap(texts => Object.entries(texts).flat())
    .reduce((sum, text) => sum + text.length, 0);
  if (length > LONGEST_OF_ALL) {
    refuse(
      at,
      `labels and annotations of ${length} characters`,
      `at most ${LONGEST_OF_ALL} of an alert`,
    );
  }
  return {
    fingerprint: alert.fingerprint,
    name: alert.name,
    labels,
    annotations,
    startsAt,
    ...(resolvedAt && { resolvedAt }),
    ...(generatorUrl && { generatorUrl }),
    ...(externalUrl && { externalUrl }),
  };
}

function checkedTexts(
  texts: { [name: string]: string },
  at: string,
  longest: number,
): { [name: string]: string } {
  const entries = Object.entries(texts);
  if (entries.length > MOST_TEXTS) {
    refuse(at, `${entries.length} of them`, `at most ${MOST_TEXTS}`);
  }
  for (const [name, text] of entries) {
    if (!name || name.length > LONGEST.text) {
      refuse(
        at,
        describeValue(name),
        `names of 1 to ${LONGEST.text} characters`,
      );
    }
    if (typeof text !== 'string' || text.length > longest) {
      refuse(
        `${at}.${name}`,
        typeof text === 'string'
          ? `${text.length} characters`
          : describeValue(text),
        `a text of at most ${longest} characters`,
      );
    }
  }
  return Object.fromEntries(entries);
}

function checkedTime(time: Date, at: string, now: Date): Date {
  const value = time instanceof Date ? time.getTime() : NaN;
  if (!(value >= EARLIEST && value <= now.getTime() + AHEAD_MS)) {
    refuse(
      at,
      Number.isNaN(value) ? 'no time' : time.toISOString(),
      'a time since 1990 that is not in the future',
    );
  }
  return time;
}

function refuse(at: string, got: string, expected: string): never {
  throw new InputError(`${at}: got ${got}; expected ${expected}`);
}
