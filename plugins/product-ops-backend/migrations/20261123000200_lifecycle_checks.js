// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('directory_entities', table => {
    table
      .integer('changed_version')
      .notNullable()
      .defaultTo(0)
      .comment('The version of the directory in which the row was written');
    table.index(['changed_version'], 'directory_entities_changed_idx');
  });
  await knex.schema.createTable('directory_removed', table => {
    table.comment('Entities that left the directory; one that came back too');
    table.string('entity_ref', 255).primary();
    table
      .integer('version')
      .notNullable()
      .comment('The version of the directory in which it left');
    table.index(['version'], 'directory_removed_version_idx');
  });

  await knex.schema.createTable('lifecycle_state', table => {
    table.comment('One row: how far the answers to checks are');
    table.integer('id').primary();
    table
      .integer('directory_version')
      .notNullable()
      .defaultTo(0)
      .comment('Changes of the directory up to this version are answered');
    table
      .string('rules', 64)
      .nullable()
      .comment('Hash of the stages, checks and facts that all answers go by');
    table
      .string('run', 36)
      .nullable()
      .comment('Of the run that may write: an older one may not any more');
    table.dateTime('first_at').nullable().comment('The first look ever');
    table
      .dateTime('answered_at')
      .nullable()
      .comment('The beginning of the last complete run');
    table.integer('duration_ms').nullable();
    table.integer('evaluated').nullable().comment('Entities it looked at');
    table.integer('rows_written').nullable();
  });
  await knex('lifecycle_state').insert({ id: 1 });

  await knex.schema.createTable('lifecycle_pending', table => {
    table.comment('Entities whose checks are to be answered anew');
    table.string('entity_ref', 255).primary();
    table
      .string('token', 36)
      .notNullable()
      .comment('Of the last change: a later one is not forgotten');
    table
      .boolean('quiet')
      .nullable()
      .comment('True when the rules have changed: then nobody is told');
  });

  await knex.schema.createTable('lifecycle_neighbours', table => {
    table.comment('What the answers of others depend on: one row an entity');
    table.string('entity_ref', 255).primary();
    table.string('signature', 64).notNullable();
  });

  await knex.schema.createTable('lifecycle_entities', table => {
    table.comment('How ready entities are for the stage that they are in');
    table.string('entity_ref', 255).primary();
    table.string('kind', 255).notNullable().comment('In lower case');
    table.integer('tier').nullable();
    table
      .string('stage', 255)
      .nullable()
      .comment('A configured stage, or the declared text when it is unknown');
    table.text('declared').nullable().comment('The stage as its file has it');
    table.dateTime('stage_since').nullable();
    table.string('owner_ref', 255).nullable();
    table
      .string('product_ref', 255)
      .nullable()
      .comment('The product it is a part of; a product itself');
    table.integer('demanded').notNullable();
    table.integer('passed').notNullable();
    table.integer('failed').notNullable();
    table.integer('open').notNullable();
    table.integer('waived').notNullable();
    table.integer('not_applicable').notNullable();
    table
      .string('profile', 32)
      .notNullable()
      .comment('Of its standings in lifecycle_profiles');
    table.string('etag', 32).notNullable().comment('Hash of row and facts');
    table
      .dateTime('due_at')
      .nullable()
      .comment('When an answer changes by itself, or must be asked for again');
    table.dateTime('first_at').notNullable().comment('When first looked at');
    table.index(['due_at'], 'lifecycle_entities_due_idx');
    table.index(['owner_ref'], 'lifecycle_entities_owner_idx');
    table.index(['product_ref'], 'lifecycle_entities_product_idx');
  });

  await knex.schema.createTable('lifecycle_facts', table => {
    table.comment('What answers go by, apart: lists read without it');
    table.string('entity_ref', 255).primary();
    table.text('facts').notNullable().comment('JSON: values of facts by id');
  });

  await knex.schema.createTable('lifecycle_profiles', table => {
    table.comment('Standings of checks that entities share. Rows never change');
    table.string('profile', 32).primary();
    table
      .text('standings')
      .notNullable()
      .comment('JSON: of each check, its standing and whether it is demanded');
  });

  await knex.schema.createTable('lifecycle_check_changes', table => {
    table.comment(
      'How answers to checks changed after the first look. Rows are added; only reported_at changes',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('check_id', 63).notNullable();
    table
      .string('from_standing', 16)
      .nullable()
      .comment('Nothing when the check is new');
    table
      .string('to_standing', 16)
      .nullable()
      .comment('Nothing when it is asked no more');
    table.dateTime('at').notNullable();
    table
      .boolean('unreported')
      .nullable()
      .comment('True while somebody must be told of a regression');
    table.index(
      ['entity_ref', 'check_id', 'at'],
      'lifecycle_check_changes_idx',
    );
  });
  await knex.raw(
    'create index lifecycle_check_changes_unreported_idx on lifecycle_check_changes (id) where unreported is not null',
  );

  await knex.schema.createTable('lifecycle_readiness_history', table => {
    table.comment(
      'By how much the counts of an entity changed. Rows are added, never changed',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('day', 10).notNullable().comment('In UTC');
    table.integer('passed').notNullable();
    table.integer('failed').notNullable();
    table.integer('open').notNullable();
    table.integer('waived').notNullable();
    table.index(['day', 'entity_ref'], 'lifecycle_readiness_history_day_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'lifecycle_readiness_history',
    'lifecycle_check_changes',
    'lifecycle_profiles',
    'lifecycle_facts',
    'lifecycle_entities',
    'lifecycle_neighbours',
    'lifecycle_pending',
    'lifecycle_state',
    'directory_removed',
  ]) {
    await knex.schema.dropTable(table);
  }
  // Not by knex: on SQLite it makes the table anew and loses indexes over expressions.
  await knex.raw('drop index directory_entities_changed_idx');
  await knex.raw('alter table directory_entities drop column changed_version');
};
