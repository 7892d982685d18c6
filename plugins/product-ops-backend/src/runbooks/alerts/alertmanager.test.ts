import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { alertmanager } from './alertmanager';

const texts = fc.dictionary(
  fc.string({ minLength: 1 }).filter(name => name !== '__proto__'),
  fc.string(),
);
const time = fc
  .date({
    min: new Date('1990-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());
const firing = fc.record({
  status: fc.constant('firing'),
  labels: texts.map(labels => ({ ...labels, alertname: 'A' })),
  annotations: texts,
  startsAt: time,
  endsAt: fc.constant('0001-01-01T00:00:00Z'),
  generatorURL: fc.string(),
  fingerprint: fc.string({ minLength: 1 }),
});

describe('What Alertmanager sends', () => {
  it('is read, or refused with the place, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.jsonValue().map(value => JSON.parse(JSON.stringify(value))),
        fc.boolean(),
        (value, asAlerts) => {
          const answer = alertmanager.parse(
            asAlerts
              ? { version: '4', alerts: [value] }
              : ({ ...Object(value) } as JsonObject),
          );
          expect('problem' in answer && answer.problem.at).toMatch(
            /^(version|alerts)/,
          );
        },
      ),
    );
  });

  it('is read with all its labels and annotations', () => {
    fc.assert(
      fc.property(fc.array(firing, { maxLength: 5 }), sent => {
        const answer = alertmanager.parse(
          JSON.parse(JSON.stringify({ version: '4', alerts: sent })),
        );
        expect('alerts' in answer && answer.alerts).toEqual(
          sent.map(({ labels, annotations, startsAt, ...one }) => ({
            fingerprint: one.fingerprint,
            name: 'A',
            labels,
            annotations,
            startsAt: new Date(startsAt),
            ...(one.generatorURL && { generatorUrl: one.generatorURL }),
          })),
        );
      }),
    );
  });
});
