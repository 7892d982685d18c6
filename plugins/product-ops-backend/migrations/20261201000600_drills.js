// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('drills', table => {
    table.comment('What drills of recoveries came to. Rows are only added');
    table.string('run_id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.text('title').notNullable().comment('Of the runbook, at that time');
    table.string('outcome', 16).notNullable();
    table
      .bigInteger('elapsed_ms')
      .notNullable()
      .comment('From start to close without pauses');
    table
      .string('data_loss', 100)
      .nullable()
      .comment('ISO 8601 duration, where somebody has measured it');
    table
      .string('promised_rto', 100)
      .nullable()
      .comment('What was promised at that time, as are the others');
    table.string('promised_rpo', 100).nullable();
    table.dateTime('closed_at').notNullable();
    table.index(['entity_ref', 'closed_at', 'run_id'], 'drills_entity_idx');
  });

  await knex.schema.createTable('drill_plans', table => {
    table.comment('Drills that are to be');
    table.string('id', 36).primary();
    table
      .string('request', 64)
      .notNullable()
      .comment('Hash of what was asked for: the same again is the same plan');
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).nullable();
    table.string('day', 10).notNullable().comment('YYYY-MM-DD');
    table.text('note').nullable();
    table.string('planned_by', 255).notNullable();
    table.dateTime('planned_at').notNullable();
    table.integer('version').notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('planned, cancelled or done');
    table.string('run_id', 36).nullable().comment('Of the drill that did it');
    table.index(['entity_ref', 'state', 'day', 'id'], 'drill_plans_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drill_plans');
  await knex.schema.dropTable('drills');
};
