// @ts-check

const BATCH = 200;
/** A vector of PostgreSQL takes 1 MiB: so many characters are in it whatever they are. */
const SEARCHED_CHARACTERS = 150_000;

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * Names as they are and with their humps apart, so that `kube api` finds `KubeAPIDown`.
 *
 * @param {string[]} names
 */
function searchNames(names) {
  const text = names.join('\n');
  const apart = text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return `${text}\n${apart}`;
}

/** @param {import('knex').Knex} knex */
async function fill(knex) {
  let last = ['', ''];
  for (;;) {
    const rows = await knex('runbooks')
      .select('entity_ref', 'runbook_id', 'title', 'alerts', 'helper')
      .whereRaw('(entity_ref, runbook_id) > (?, ?)', last)
      .orderBy(['entity_ref', 'runbook_id'])
      .limit(BATCH);
    for (const row of rows) {
      const { entity_ref, runbook_id } = row;
      /** @type {string[]} */
      const alerts = JSON.parse(row.alerts);
      await knex('runbooks')
        .where({ entity_ref, runbook_id })
        .update({ search_names: searchNames([row.title, ...alerts]) });
      const names = new Set(
        alerts.map(alert => alert.toLocaleLowerCase('en-US').slice(0, 255)),
      );
      for (const alert of names) {
        await knex('runbook_alerts').insert({ alert, entity_ref, runbook_id });
      }
    }
    if (rows.length < BATCH) {
      return;
    }
    const { entity_ref, runbook_id } = rows[rows.length - 1];
    last = [entity_ref, runbook_id];
  }
}

/** @param {import('knex').Knex} knex */
async function searchOnPostgres(knex) {
  // Points and dashes within a word would make one long word of paths, hosts and options.
  const words = (/** @type {string} */ column) =>
    `translate(${column}, '/.:_@=<>|-', '          ')`;
  await knex.raw(
    `alter table runbooks add column search_vector tsvector generated always as (
      setweight(to_tsvector('english'::regconfig, ${words(
        'left(search_names, 20000)',
      )}), 'A') ||
      setweight(to_tsvector('english'::regconfig, ${words(
        `left(content, ${SEARCHED_CHARACTERS})`,
      )}), 'D')
    ) stored`,
  );
  await knex.raw(
    'create index runbooks_search_idx on runbooks using gin (search_vector)',
  );
}

/** @param {import('knex').Knex} knex */
async function searchOnSqlite(knex) {
  // Rows of `runbooks` have no number that lasts, and those of a full-text table have nothing but one.
  await knex.schema.createTable('runbook_search_rows', table => {
    table.increments('id');
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.unique(['entity_ref', 'runbook_id']);
  });
  await knex.raw(
    `create virtual table runbook_search using fts5(names, content, tokenize = 'porter unicode61')`,
  );
  const number = (/** @type {string} */ row) =>
    `(select id from runbook_search_rows where entity_ref = ${row}.entity_ref and runbook_id = ${row}.runbook_id)`;
  const searched = (/** @type {string} */ row) =>
    `substr(${row}.search_names, 1, 20000), substr(${row}.content, 1, ${SEARCHED_CHARACTERS})`;
  await knex.raw(
    `insert into runbook_search_rows (entity_ref, runbook_id) select entity_ref, runbook_id from runbooks`,
  );
  await knex.raw(
    `insert into runbook_search (rowid, names, content)
      select n.id, ${searched('r')} from runbooks r
      join runbook_search_rows n on n.entity_ref = r.entity_ref and n.runbook_id = r.runbook_id`,
  );
  await knex.raw(
    `create trigger runbook_search_insert after insert on runbooks begin
      insert into runbook_search_rows (entity_ref, runbook_id) values (new.entity_ref, new.runbook_id);
      insert into runbook_search (rowid, names, content) values (${number(
        'new',
      )}, ${searched('new')});
    end`,
  );
  await knex.raw(
    `create trigger runbook_search_update after update of search_names, content on runbooks begin
      update runbook_search set (names, content) = (select ${searched('new')})
      where rowid = ${number('new')};
    end`,
  );
  await knex.raw(
    `create trigger runbook_search_delete after delete on runbooks begin
      delete from runbook_search where rowid = ${number('old')};
      delete from runbook_search_rows where entity_ref = old.entity_ref and runbook_id = old.runbook_id;
    end`,
  );
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runbooks', table => {
    table
      .text('search_names')
      .notNullable()
      .defaultTo('')
      .comment('Title and alerts, also with the humps of names apart');
  });
  await knex.schema.createTable('runbook_alerts', table => {
    table.comment('Which runbooks answer which alerts');
    table.string('alert', 255).notNullable().comment('In lower case');
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.primary(['alert', 'entity_ref', 'runbook_id']);
    table.index(['entity_ref', 'runbook_id'], 'runbook_alerts_runbook_idx');
  });
  await fill(knex);
  await (isPostgres(knex) ? searchOnPostgres(knex) : searchOnSqlite(knex));
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('drop index runbooks_search_idx');
    await knex.raw('alter table runbooks drop column search_vector');
  } else {
    for (const event of ['insert', 'update', 'delete']) {
      await knex.raw(`drop trigger runbook_search_${event}`);
    }
    await knex.raw('drop table runbook_search');
    await knex.schema.dropTable('runbook_search_rows');
  }
  await knex.schema.dropTable('runbook_alerts');
  await knex.raw('alter table runbooks drop column search_names');
};
