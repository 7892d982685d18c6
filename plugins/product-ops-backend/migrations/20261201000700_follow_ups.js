// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('follow_ups', table => {
    table.comment('Which roadmap items were made of which runs and runbooks');
    table.string('entity_ref', 255).notNullable().comment('Of the item');
    table
      .string('item_id', 100)
      .notNullable()
      .comment('Of a recorded item: others are not made in the portal');
    table.string('runbook_entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table
      .text('runbook_title')
      .notNullable()
      .comment('As it was called then: the runbook may go');
    table.string('run_id', 36).nullable();
    table.string('step', 100).nullable();
    table.string('by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.primary(['entity_ref', 'item_id']);
    table.index(['run_id', 'at'], 'follow_ups_run_idx');
    table.index(
      ['runbook_entity_ref', 'runbook_id', 'at'],
      'follow_ups_runbook_idx',
    );
  });

  await knex.schema.createTable('runbook_run_presence', table => {
    table.comment('Who has the page of a run open, as of late');
    table.string('run_id', 36).notNullable();
    table.string('person', 255).notNullable();
    table.dateTime('seen_at').notNullable();
    table.primary(['run_id', 'person']);
    table.index(['seen_at'], 'runbook_run_presence_seen_idx');
  });

  await knex.schema.alterTable('runbook_runs', table => {
    table
      .string('reason_kind', 16)
      .notNullable()
      .defaultTo('other')
      .comment('Of the reason: why it was started');
    table.index(['closed', 'started_at', 'id'], 'runbook_runs_all_idx');
  });
  const kind =
    knex.client.config.client === 'pg'
      ? `reason::json ->> 'kind'`
      : `json_extract(reason, '$.kind')`;
  await knex('runbook_runs').update({ reason_kind: knex.raw(kind) });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('runbook_runs', table => {
    table.dropIndex(['closed', 'started_at', 'id'], 'runbook_runs_all_idx');
    table.dropColumn('reason_kind');
  });
  await knex.schema.dropTable('runbook_run_presence');
  await knex.schema.dropTable('follow_ups');
};
