// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('runbook_run_pins', table => {
    table.comment(
      'The versions of runbooks that runs are pinned to: they stay when the file changes or goes',
    );
    table
      .string('pin', 64)
      .primary()
      .comment('Hash of the body, so that runs of one version share it');
    table
      .text('body', 'longtext')
      .notNullable()
      .comment('JSON: text, steps and resolved links');
    table.dateTime('kept_at').notNullable();
  });

  await knex.schema.createTable('runbook_runs', table => {
    table.comment(
      'Runs of runbooks: one row each, with what its log comes to, so that lists need not read the log',
    );
    table
      .string('id', 36)
      .primary()
      .comment('Made by who starts it, so that a repeated start is one run');
    table
      .string('request', 64)
      .notNullable()
      .comment('Hash of what was asked for with the id');
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.string('version', 64).notNullable().comment('Hash of the file');
    table.string('pin', 64).notNullable();
    table.text('title').notNullable();
    table.string('type', 16).notNullable();
    table.string('expected_duration', 100).nullable();
    table
      .string('status', 16)
      .notNullable()
      .comment('running, paused or closed');
    table
      .boolean('closed')
      .notNullable()
      .comment('Of the status: those that go on are listed first');
    table.text('reason').notNullable().comment('JSON');
    table.text('parameters').notNullable().comment('JSON');
    table.string('started_by', 255).notNullable();
    table.dateTime('started_at').notNullable();
    table.string('lead', 255).notNullable();
    table.string('outcome', 16).nullable();
    table.dateTime('closed_at').nullable();
    table
      .integer('seq')
      .notNullable()
      .comment('The number of its last event; events are added under its lock');
    table
      .text('steps')
      .notNullable()
      .comment('JSON: id and state of each step, in order');
    table.index(
      ['entity_ref', 'closed', 'started_at', 'id'],
      'runbook_runs_entity_idx',
    );
    table.index(
      ['entity_ref', 'runbook_id', 'closed', 'started_at', 'id'],
      'runbook_runs_runbook_idx',
    );
    table.index(['started_by', 'started_at'], 'runbook_runs_starter_idx');
  });

  await knex.schema.createTable('runbook_run_events', table => {
    table.comment(
      'What has happened in runs. Rows are added, never changed and never removed',
    );
    table.string('run_id', 36).notNullable();
    table.integer('seq').notNullable().comment('From 1, without gaps');
    table.string('event_id', 36).notNullable().comment('Made by who sends it');
    table.string('type', 16).notNullable();
    table.string('by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.text('body').notNullable().comment('JSON: what it says');
    table.primary(['run_id', 'seq']);
    table.unique(['run_id', 'event_id'], {
      indexName: 'runbook_run_events_id_idx',
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('runbook_run_events');
  await knex.schema.dropTable('runbook_runs');
  await knex.schema.dropTable('runbook_run_pins');
};
