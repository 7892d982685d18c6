import type { JsonObject, JsonValue } from '@backstage/types';
import { describeValue } from '@productops/backstage-plugin-product-ops-common';
import type {
  AlertSource,
  AlertSourceAnswer,
  ReceivedAlert,
} from '@productops/backstage-plugin-product-ops-node';

const VERSION = '4';

/** A place of a body that is not as it should be. */
class NotAlertmanager {
  constructor(
    readonly at: string,
    readonly value: JsonValue | undefined,
    readonly expected: string,
  ) {}
}

/** Alertmanager, by version 4 of its webhook. */
export const alertmanager: AlertSource = {
  id: 'alertmanager',
  title: 'Alertmanager',
  parse(body): AlertSourceAnswer {
    try {
      return { alerts: alertsOf(body) };
    } catch (error) {
      if (error instanceof NotAlertmanager) {
        const { at, value, expected } = error;
        return { problem: { at, got: describeValue(value), expected } };
      }
      throw error;
    }
  },
};

function alertsOf(body: JsonObject): ReceivedAlert[] {
  if (body.version !== VERSION) {
    throw new NotAlertmanager(
      'version',
      body.version,
      `"${VERSION}", the version of Alertmanager's webhook`,
    );
  }
  if (!Array.isArray(body.alerts)) {
    throw new NotAlertmanager('alerts', body.alerts, 'a list of alerts');
  }
  const externalUrl = textOf(body.externalURL);
  return body.alerts.map((alert, index) =>
    alertOf(alert, `alerts[${index}]`, externalUrl),
  );
}

function alertOf(
  alert: JsonValue | undefined,
  at: string,
  externalUrl: string | undefined,
): ReceivedAlert {
  if (!isObject(alert)) {
    throw new NotAlertmanager(at, alert, 'an alert');
  }
  const { status, fingerprint } = alert;
  if (status !== 'firing' && status !== 'resolved') {
    throw new NotAlertmanager(`${at}.status`, status, '"firing" or "resolved"');
  }
  if (typeof fingerprint !== 'string' || fingerprint === '') {
    throw new NotAlertmanager(`${at}.fingerprint`, fingerprint, 'a text');
  }
  const labels = textsOf(alert.labels, `${at}.labels`);
  const name = labels.alertname;
  if (!name) {
    throw new NotAlertmanager(
      `${at}.labels.alertname`,
      name,
      'the name of the alert',
    );
  }
  const startsAt = timeOf(alert.startsAt, `${at}.startsAt`);
  const resolvedAt =
    status === 'resolved' ? timeOf(alert.endsAt, `${at}.endsAt`) : undefined;
  const generatorUrl = textOf(alert.generatorURL);
  return {
    fingerprint,
    name,
    labels,
    annotations: textsOf(alert.annotations ?? {}, `${at}.annotations`),
    startsAt,
    ...(resolvedAt && { resolvedAt }),
    ...(generatorUrl && { generatorUrl }),
    ...(externalUrl && { externalUrl }),
  };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(
  value: JsonValue | undefined,
  at: string,
): Record<string, string> {
  if (!isObject(value)) {
    throw new NotAlertmanager(at, value, 'texts by name');
  }
  const texts: Array<[string, string]> = Object.entries(value).map(
    ([name, text]) => {
      if (typeof text !== 'string') {
        throw new NotAlertmanager(
          `${at}.${name.slice(0, 100)}`,
          text,
          'a text',
        );
      }
      return [name, text];
    },
  );
  return Object.fromEntries(texts);
}

function timeOf(value: JsonValue | undefined, at: string): Date {
  const time =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
      ? new Date(value)
      : undefined;
  if (!time || Number.isNaN(time.getTime())) {
    throw new NotAlertmanager(at, value, 'a time such as 2026-12-01T03:04:05Z');
  }
  return time;
}
