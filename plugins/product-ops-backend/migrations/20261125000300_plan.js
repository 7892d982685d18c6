// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';
  await knex.schema.createTable('roadmap_revisions', table => {
    table.comment(
      'One row an entity with a roadmap: counts up with every write of its items, so that each instance sees which plans have changed',
    );
    table.string('entity_ref', 255).primary();
    table.integer('revision').notNullable();
  });
  await knex('roadmap_revisions').insert(
    knex('roadmap_items')
      .distinct('entity_ref')
      .select({ revision: knex.raw('1') }),
  );
  // Items are written in many places, and by sources to come: the database itself is what misses none.
  if (postgres) {
    await knex.raw(`
      create function roadmap_items_changed() returns trigger language plpgsql as $$
      begin
        insert into roadmap_revisions (entity_ref, revision)
          select entity_ref, 1 from (select distinct entity_ref from changed) as c order by entity_ref
          on conflict (entity_ref) do update set revision = roadmap_revisions.revision + 1;
        return null;
      end $$`);
  }
  for (const [event, rows] of [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ]) {
    await knex.raw(
      postgres
        ? `create trigger roadmap_items_${event} after ${event} on roadmap_items
            referencing ${rows} table as changed
            for each statement execute function roadmap_items_changed()`
        : `create trigger roadmap_items_${event} after ${event} on roadmap_items
            begin
              insert into roadmap_revisions (entity_ref, revision) values (${rows}.entity_ref, 1)
                on conflict (entity_ref) do update set revision = revision + 1;
            end`,
    );
  }
  await knex.schema.alterTable('roadmap_items', table => {
    table
      .dateTime('first_seen_at')
      .nullable()
      .comment('When the portal first read it; nothing for what is older');
  });
  await knex.schema.alterTable('roadmap_history', table => {
    table.index(['entity_ref', 'at'], 'roadmap_history_at_idx');
  });
  await knex.schema.createTable('roadmap_suggestions', table => {
    table.comment('Suggested dependencies that were answered');
    table
      .string('id', 64)
      .primary()
      .comment('The hash of what is suggested, whose text may be long');
    table.text('suggestion').notNullable().comment('item>dependency');
    table.string('entity_ref', 255).notNullable();
    table.string('item_id', 255).notNullable();
    table.string('depends_on_entity', 255).notNullable();
    table.string('depends_on_item', 255).notNullable();
    table.string('state', 16).notNullable().comment('accepted or dismissed');
    table.string('decided_by', 255).notNullable();
    table.dateTime('decided_at').notNullable();
    table.index(['state', 'decided_at'], 'roadmap_suggestions_state_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('roadmap_suggestions');
  for (const event of ['insert', 'update', 'delete']) {
    await knex.raw(
      `drop trigger roadmap_items_${event}${
        knex.client.config.client === 'pg' ? ' on roadmap_items' : ''
      }`,
    );
  }
  if (knex.client.config.client === 'pg') {
    await knex.raw('drop function roadmap_items_changed()');
  }
  await knex.schema.alterTable('roadmap_history', table => {
    table.dropIndex(['entity_ref', 'at'], 'roadmap_history_at_idx');
  });
  await knex.schema.alterTable('roadmap_items', table => {
    table.dropColumn('first_seen_at');
  });
  await knex.schema.dropTable('roadmap_revisions');
};
