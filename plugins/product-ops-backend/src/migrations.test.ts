import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrationsDirectory } from './database/migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const directory = migrationsDirectory;

async function tablesOf(knex: Knex): Promise<string[]> {
  const rows: Array<{ name: string }> =
    knex.client.config.client === 'pg'
      ? await knex('pg_tables')
          .select({ name: 'tablename' })
          .where('schemaname', knex.raw('current_schema()'))
      : await knex('sqlite_master').select('name').where('type', 'table');
  return rows
    .map(({ name }) => name)
    .filter(name => !/^(sqlite_|knex_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %p', databaseId => {
  it('go up, take rows, come down again and go up once more', async () => {
    const knex = await databases.init(databaseId);

    await knex.migrate.up({ directory });
    expect(await tablesOf(knex)).toEqual([
      'directory_entities',
      'directory_relations',
      'directory_state',
    ]);
    const entity = {
      entity_ref: 'product:default/checkout',
      kind: 'product',
      namespace: 'default',
      name: 'checkout',
      title: 'Checkout',
      sort_title: 'checkout',
      etag: 'e',
      relations_etag: 'r',
      facts: '{}',
      search_text: 'checkout',
      updated_at: new Date(),
    };
    await knex('directory_entities').insert(entity);
    await knex('directory_relations').insert({
      source_ref: 'product:default/checkout',
      type: 'ownedBy',
      target_ref: 'group:default/payments',
    });
    await expect(knex('directory_entities').insert(entity)).rejects.toThrow(
      /unique/i,
    );
    expect(await knex('directory_state').count({ rows: '*' })).toMatchObject([
      { rows: expect.anything() },
    ]);

    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toContain('overview_summaries');
    expect(await knex('directory_entities').select('title')).toEqual([
      { title: 'Checkout' },
    ]);

    await knex.migrate.rollback({ directory }, true);
    expect(await tablesOf(knex)).toEqual([]);

    await knex.migrate.latest({ directory });
    expect(await knex('directory_entities').select('title')).toEqual([]);
  });
});
