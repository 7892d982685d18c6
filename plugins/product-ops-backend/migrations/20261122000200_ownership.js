// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ownership_owners', table => {
    table.comment(
      'Who owned each entity when the directory was last looked at: what the next look is compared with',
    );
    table.string('entity_ref', 255).primary();
    table.string('owner_ref', 255).nullable();
    table.dateTime('first_seen_at').notNullable();
  });

  await knex.schema.createTable('ownership_history', table => {
    table.comment('Changes of owners. Rows are added, never changed');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.dateTime('at').notNullable().comment('When the suite saw it');
    table.string('from_ref', 255).nullable();
    table.string('to_ref', 255).nullable();
    table
      .string('origin', 16)
      .notNullable()
      .comment('first-seen or catalog: what made it known');
    table.index(['entity_ref', 'at'], 'ownership_history_entity_idx');
  });

  await knex.schema.createTable('ownership_gaps', table => {
    table.comment('Gaps in ownership, from when they were found to the end');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('rule', 32).notNullable();
    table.dateTime('opened_at').notNullable();
    table.dateTime('closed_at').nullable();
    table.index(['entity_ref', 'rule'], 'ownership_gaps_entity_idx');
    table.index(['closed_at'], 'ownership_gaps_closed_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ownership_gaps');
  await knex.schema.dropTable('ownership_history');
  await knex.schema.dropTable('ownership_owners');
};
