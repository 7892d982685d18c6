import { randomUUID } from 'node:crypto';
import { compare } from './lib/measure';
import { startPortal } from './lib/portal';
import { Question } from './lib/question';
import { findingOf } from './lib/report';
import { fillRunbooksAndRuns, OPEN_OF, runId } from './runbookFill';

const SEED = 7;
const AIM = 1.5;
const SEARCH_AIM = 5;

/** What is searched for: an alert by its name, one word, several, and what is in nearly every text. */
const SEARCHES = [
  'etcdMembersDown',
  'certificate',
  'node disk full',
  'oc get pods',
];

/**
 * Are runbooks found, runs opened and steps ticked as fast as the catalog gives one entity, however many there are? With
 * a catalog of 20,000 entities there are 20,000 runbooks, 100,000 runs and 2,000,000 events; of a smaller one, less.
 */
export const runbooks: Question = {
  name: 'runbooks',
  title: 'Runbooks, alerts and runs',
  async run({ entities, rounds, postgres, port, say }) {
    const database = await postgres();
    const portal = await startPortal({
      entities,
      seed: SEED,
      port: port(),
      postgres: database,
      say,
    });
    try {
      const filled = await fillRunbooksAndRuns(portal, database, entities, say);
      const { alerts, entities: refs, runs } = filled;
      const api = '/api/product-ops';
      const runAt = (round: number) =>
        runId(1 + ((round * 7919) % Math.floor(runs / OPEN_OF)) * OPEN_OF);
      const pick = <T>(from: readonly T[], round: number) =>
        from[(round * 31) % from.length];
      const asked: Array<{
        name: string;
        aim: number;
        run: (round: number) => Promise<unknown>;
      }> = [
        {
          name: 'resolve an alert with the labels of an entity',
          aim: AIM,
          run: round => {
            const [, , name] = /^(.+):.+\/(.+)$/.exec(pick(refs, round)) ?? [];
            return portal.http.get(
              `${api}/runbooks/resolve?alert=${pick(
                alerts,
                round,
              )}&label=service=${name}`,
            );
          },
        },
        {
          name: 'open a run',
          aim: AIM,
          run: round => portal.http.get(`${api}/runs/${runAt(round)}`),
        },
        {
          name: 'its events',
          aim: AIM,
          run: round => portal.http.get(`${api}/runs/${runAt(round)}/events`),
        },
        {
          name: 'append an event',
          aim: AIM,
          run: round =>
            portal.http.postJson(`${api}/runs/${runAt(round)}/events`, {
              id: randomUUID(),
              type: 'note',
              note: 'The queue is short again',
            }),
        },
        {
          name: 'search the texts',
          aim: SEARCH_AIM,
          run: round =>
            portal.http.get(
              `${api}/runbooks?limit=20&q=${encodeURIComponent(
                pick(SEARCHES, round),
              )}`,
            ),
        },
        {
          name: 'a page of all runs',
          aim: SEARCH_AIM,
          run: () => portal.http.get(`${api}/runs?limit=20`),
        },
      ];
      const findings = [];
      for (const { name, aim, run } of asked) {
        const comparison = await compare({
          measured: { name, run },
          baseline: {
            name: 'GET /entities/by-name',
            run: round => {
              const [, kind, namespace, entity] =
                /^(.+):(.+)\/(.+)$/.exec(pick(refs, round)) ?? [];
              return portal.http.get(
                `/api/catalog/entities/by-name/${kind}/${namespace}/${entity}`,
              );
            },
          },
          rounds,
          warmUp: 20,
          limitMs: 120_000,
        });
        findings.push(
          findingOf('runbooks', comparison, {
            by: 0.95,
            aim,
            what: `${name}, ${filled.runbooks} runbooks, ${filled.runs} runs, ${filled.events} events : catalog by-name`,
          }),
        );
      }
      return findings;
    } finally {
      await portal.stop();
    }
  },
};
