import { randomUUID } from 'node:crypto';
import { startPortal } from './lib/portal';
import { Question } from './lib/question';
import { percentile } from './lib/measure';

/** Small, since only one run is worked on. */
const ENTITIES = 200;
const SEED = 11;
const PEOPLE = 50;
const EVENTS_EACH = 20;

interface Event {
  id: string;
  seq: number;
}

/** Do fifty people who tick one run on two instances lose anything, and do both tell the same? */
export const runbookPeople: Question = {
  name: 'runbook-people',
  title: 'Fifty people in one run, on two instances',
  async run({ postgres, port, say }) {
    const portal = await startPortal({
      entities: ENTITIES,
      seed: SEED,
      port: port(),
      postgres: await postgres(),
      say,
    });
    try {
      const other = await portal.another({ port: port() });
      try {
        const api = '/api/product-ops';
        const { items } = await portal.http.getJson<{
          items: Array<{
            id: string;
            version: string;
            entity: { kind: string; namespace: string; name: string };
          }>;
        }>(`${api}/runbooks?limit=1`);
        const [{ id: runbook, version, entity }] = items;
        const run = randomUUID();
        await portal.http.postJson(
          `${api}/entities/${entity.kind}/${entity.namespace}/${entity.name}/runbooks/${runbook}/runs`,
          { id: run, version, reason: { kind: 'alert', text: 'It fires' } },
        );
        const people = await Promise.all(
          Array.from({ length: PEOPLE }, (_, index) =>
            (index % 2 ? portal : other).signIn(index),
          ),
        );
        const times: number[] = [];
        const started = performance.now();
        const acknowledged = (
          await Promise.all(
            people.map(async (person, index) => {
              const events: Event[] = [];
              for (let round = 0; round < EVENTS_EACH; round += 1) {
                const begun = performance.now();
                const body = await person.postJson(
                  `${api}/runs/${run}/events`,
                  {
                    id: randomUUID(),
                    type: 'note',
                    note: `Step ${round} as seen by ${index}`,
                  },
                );
                times.push(performance.now() - begun);
                events.push(JSON.parse(body) as Event);
              }
              return events;
            }),
          )
        ).flat();
        const seconds = (performance.now() - started) / 1000;
        const readAll = async (instance: typeof other) => {
          const events: Event[] = [];
          for (;;) {
            const page = await instance.http.getJson<{
              events: Event[];
              seq: number;
            }>(`${api}/runs/${run}/events?after=${events.length}&limit=500`);
            events.push(...page.events);
            if (page.events.length === 0 || events.length >= page.seq) {
              return events;
            }
          }
        };
        const [here, there] = await Promise.all([
          readAll(portal),
          readAll(other),
        ]);
        const bySeq = new Map(here.map(event => [event.seq, event.id]));
        const lost = acknowledged.filter(
          ({ seq, id }) => bySeq.get(seq) !== id,
        ).length;
        const astray = here.filter(
          ({ seq, id }, index) => seq !== index + 1 || there[index]?.id !== id,
        ).length;
        const told = `${
          acknowledged.length
        } events of ${PEOPLE} people in ${seconds.toFixed(1)} s`;
        const of = {
          question: 'runbook-people',
          baseline: '',
          rounds: acknowledged.length,
        };
        return [
          {
            ...of,
            what: 'acknowledged events that are not there',
            measured: told,
            value: lost,
            unit: 'rows',
            aim: 0,
          },
          {
            ...of,
            what: 'events out of order, or in another order on the other instance',
            measured: `${here.length} events`,
            value: astray + Math.abs(here.length - there.length),
            unit: 'rows',
            aim: 0,
          },
          {
            ...of,
            what: 'p95 of one tick, while all fifty tick as fast as they can',
            measured: `p50 ${percentile(times, 0.5).toFixed(0)} ms`,
            value: percentile(times, 0.95),
            unit: 'ms',
          },
        ];
      } finally {
        await other.stop();
      }
    } finally {
      await portal.stop();
    }
  },
};
