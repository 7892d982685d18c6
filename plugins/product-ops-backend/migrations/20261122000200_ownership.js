// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ownership_owners', table => {
    table.comment(
      'Who owned each entity when the directory was last looked at: what the next look is compared with',
    );
    table.string('entity_ref', 255).primary();
    table.string('owner_ref', 255).nullable();
    table
      .dateTime('owner_since')
      .notNullable()
      .comment('When the suite saw this owner first');
    table
      .integer('version')
      .notNullable()
      .comment('Goes up with every answer and every other owner');
    table.string('answer', 16).nullable().comment('confirmed or wrong');
    table.dateTime('answered_at').nullable();
    table
      .string('due_at', 10)
      .notNullable()
      .comment('The day on which ownership is to be verified next');
    table
      .dateTime('gone_at')
      .nullable()
      .comment(
        'When the directory was first without the entity: the row waits some days for it to come back',
      );
    table.index(['due_at', 'entity_ref'], 'ownership_owners_due_idx');
  });

  await knex.schema.createTable('ownership_verifications', table => {
    table.comment(
      'Answers to whether ownership is right. Rows are added, never changed',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('owner_ref', 255).nullable().comment('Of that time');
    table.string('answer', 16).notNullable().comment('confirmed or wrong');
    table.text('reason').nullable();
    table.string('answered_by', 255).notNullable();
    table.dateTime('answered_at').notNullable();
    table.index(
      ['entity_ref', 'answered_at'],
      'ownership_verifications_entity_idx',
    );
  });

  await knex.schema.createTable('ownership_transfers', table => {
    table.comment('Proposed changes of owners');
    table.string('id', 36).primary();
    table.integer('version').notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('from_ref', 255).nullable();
    table.string('to_ref', 255).notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment(
        'proposed, accepted, declined, withdrawn, completed, superseded',
      );
    table
      .string('open_entity', 255)
      .nullable()
      .unique({ indexName: 'ownership_transfers_open_idx' })
      .comment(
        'The entity while it is open: there is one open transfer of each',
      );
    table.text('reason').notNullable();
    table.string('proposed_by', 255).notNullable();
    table.dateTime('proposed_at').notNullable();
    table.string('decided_by', 255).nullable();
    table.dateTime('decided_at').nullable();
    table.text('decision_reason').nullable();
    table.dateTime('closed_at').nullable();
    table.index(['entity_ref'], 'ownership_transfers_entity_idx');
    table.index(['proposed_at', 'id'], 'ownership_transfers_proposed_idx');
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
      .comment('first-seen, catalog or transfer: what made it known');
    table.index(['entity_ref', 'at'], 'ownership_history_entity_idx');
  });

  await knex.schema.createTable('ownership_gaps', table => {
    table.comment('Gaps in ownership, from when they were found to the end');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('rule', 32).notNullable();
    table
      .string('gap', 340)
      .notNullable()
      .comment('The rule with what it is about: which role, which holder');
    table.dateTime('opened_at').notNullable();
    table.dateTime('closed_at').nullable();
    table.index(['entity_ref', 'rule'], 'ownership_gaps_entity_idx');
    table.index(['closed_at'], 'ownership_gaps_closed_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ownership_transfers');
  await knex.schema.dropTable('ownership_verifications');
  await knex.schema.dropTable('ownership_gaps');
  await knex.schema.dropTable('ownership_history');
  await knex.schema.dropTable('ownership_owners');
};
