import { stringifyEntityRef } from '@backstage/catalog-model';
import { randomUUID } from 'node:crypto';
import { Random } from './catalog/random';
import { compare } from './lib/measure';
import { Portal, startPortal } from './lib/portal';
import { Postgres } from './lib/postgres';
import { Question } from './lib/question';
import { findingOf } from './lib/report';
import { insertAll, openSuiteDatabase } from './lib/suiteDatabase';

const SEED = 7;
/** As many as the docs speak of, in a catalog of 20,000 entities; a smaller one has less of both. */
const VOTES_AN_ENTITY = 10;
const FEEDBACK_AN_ENTITY = 1;
const PEOPLE = 5000;
const STATUSES = ['open', 'open', 'under-review', 'planned', 'shipped'];

/** What product managers ask of the inbox. */
const INBOX: ReadonlyArray<readonly [what: string, query: string]> = [
  ['as it opens, most votes first', ''],
  ['latest activity first', '&sort=activity'],
  ['what is open and not linked', '&status=open&linked=false&sort=newest'],
];

/** Is a page of the inbox of feedback as fast as the catalog's own page of as many rows? */
export const feedback: Question = {
  name: 'feedback',
  title: 'The inbox of feedback',
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
      const votes = await fill(portal, database);
      say(`There are ${votes} votes`);
      const team = portal.catalog.entities.find(({ kind }) => kind === 'Group');
      const questions = [
        ...INBOX,
        ...(team
          ? [
              [
                'of a team with its sub-teams',
                `&owner=${encodeURIComponent(stringifyEntityRef(team))}`,
              ] as const,
            ]
          : []),
      ];
      const findings = [];
      for (const [what, query] of questions) {
        const comparison = await compare({
          measured: {
            name: `GET /feedback ${what}, ${votes} votes`,
            run: () =>
              portal.http.get(`/api/product-ops/feedback?limit=20${query}`),
          },
          baseline: {
            name: 'GET /entities/by-query of all components, by name',
            run: () =>
              portal.http.get(
                '/api/catalog/entities/by-query?limit=20&filter=kind=component&orderField=metadata.name,asc',
              ),
          },
          rounds,
          warmUp: 20,
          limitMs: 120_000,
        });
        findings.push(
          findingOf('feedback', comparison, { by: 0.95, aim: 1.5 }),
        );
      }
      return findings;
    } finally {
      await portal.stop();
    }
  },
};

/** Feedback on all that is built, with its votes: a few have many, most have few. Gives how many votes there are. */
async function fill(portal: Portal, postgres: Postgres): Promise<number> {
  const database = openSuiteDatabase(postgres);
  try {
    const random = Random.seeded(SEED);
    const refs = portal.catalog.entities.map(entity =>
      stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
    );
    const count = refs.length * FEEDBACK_AN_ENTITY;
    const feedbackRows = [];
    const voteRows = [];
    for (let index = 0; index < count; index += 1) {
      const id = randomUUID();
      // One in a hundred is what everybody wants.
      const votes =
        index % 100 === 0
          ? Math.min(PEOPLE, VOTES_AN_ENTITY * 50)
          : 1 + (index % VOTES_AN_ENTITY);
      feedbackRows.push(rowOf(id, random.pick(refs), votes, index));
      for (let voter = 0; voter < votes; voter += 1) {
        voteRows.push({
          feedback_id: id,
          person: `user:default/user-${(index + voter) % PEOPLE}`,
          at: new Date(1_700_000_000_000 + index),
        });
      }
    }
    await insertAll(database, 'feedback', feedbackRows);
    await insertAll(database, 'feedback_votes', voteRows);
    await database.raw('analyze feedback, feedback_votes');
    return voteRows.length;
  } finally {
    await database.destroy();
  }
}

function rowOf(id: string, entityRef: string, votes: number, index: number) {
  const at = new Date(1_700_000_000_000 + index * 60_000);
  const title = `Request ${index}`;
  const text = 'It would save us **an hour** every week.';
  return {
    id,
    entity_ref: entityRef,
    version: 1,
    title,
    text,
    search_text: `${title}\n${text}`.toLocaleLowerCase('en-US'),
    status: STATUSES[index % STATUSES.length],
    author: `user:default/user-${index % PEOPLE}`,
    created_at: at,
    activity_at: at,
    votes,
    comments: 0,
    hidden: false,
  };
}
