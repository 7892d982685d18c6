// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('lifecycle_transitions', table => {
    table.comment('Moves of entities between stages');
    table.string('id', 36).primary();
    table.integer('version').notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('from_stage', 255).nullable();
    table.string('to_stage', 255).notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment(
        'requested, approved, completed, refused, withdrawn, superseded',
      );
    table
      .string('open_entity', 255)
      .nullable()
      .unique({ indexName: 'lifecycle_transitions_open_idx' })
      .comment(
        'The entity while it is open: there is one open transition of each',
      );
    table.text('reason').notNullable();
    table.string('requested_by', 255).notNullable();
    table.dateTime('requested_at').notNullable();
    table.dateTime('approved_at').nullable();
    table.dateTime('closed_at').nullable();
    table
      .text('evidence')
      .nullable()
      .comment('JSON: the checks of the gate when it was approved or refused');
    table.index(['entity_ref'], 'lifecycle_transitions_entity_idx');
    table.index(['requested_at', 'id'], 'lifecycle_transitions_requested_idx');
  });

  await knex.schema.createTable('lifecycle_decisions', table => {
    table.comment(
      'What people said about transitions. Rows are added, never changed',
    );
    table.string('id', 36).primary();
    table.string('transition_id', 36).notNullable();
    table
      .integer('place')
      .notNullable()
      .comment('From 0, in the order in which they were made');
    table.string('decision', 16).notNullable();
    table.string('decided_by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.text('spoke_for').notNullable().comment('JSON: approvers');
    table.text('reason').nullable();
    table.unique(['transition_id', 'place'], {
      indexName: 'lifecycle_decisions_place_idx',
    });
  });

  await knex.schema.createTable('lifecycle_history', table => {
    table.comment(
      'Changes of the stages of entities. Rows are added, never changed',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.integer('place').notNullable().comment('From 0, within its entity');
    table.string('from_stage', 255).nullable();
    table.string('to_stage', 255).nullable();
    table.dateTime('at').notNullable().comment('When the suite saw it');
    table
      .string('origin', 16)
      .notNullable()
      .comment(
        'What stands behind it: first-seen, transition, drift, left, ...',
      );
    table.string('transition_id', 36).nullable();
    table.unique(['entity_ref', 'place'], {
      indexName: 'lifecycle_history_place_idx',
    });
  });

  await knex.schema.createTable('lifecycle_recorded_stages', table => {
    table.comment(
      'The stages of entities that declare none in a file, by transitions',
    );
    table.string('entity_ref', 255).primary();
    table.string('stage', 255).notNullable();
    table.string('transition_id', 36).notNullable();
    table.dateTime('at').notNullable();
  });

  await knex.schema.createTable('lifecycle_attestations', table => {
    table.comment(
      'Answers of people to checks. Rows are added, never changed; the last one counts',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('check_id', 63).notNullable();
    table.integer('version').notNullable().comment('From 1, within the check');
    table.string('answer', 16).notNullable();
    table.text('evidence').notNullable();
    table.string('answered_by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.dateTime('valid_until').nullable();
    table.unique(['entity_ref', 'check_id', 'version'], {
      indexName: 'lifecycle_attestations_version_idx',
    });
  });

  await knex.schema.createTable('lifecycle_waivers', table => {
    table.comment('Granted exceptions to checks of entities');
    table.string('id', 36).primary();
    table.integer('version').notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('check_id', 63).notNullable();
    table
      .string('open_check', 319)
      .nullable()
      .unique({ indexName: 'lifecycle_waivers_open_idx' })
      .comment('Entity and check until it is revoked or another one follows');
    table
      .text('stages')
      .notNullable()
      .comment('JSON: the stages whose gates go by it');
    table.text('reason').notNullable();
    table.dateTime('until').notNullable();
    table.string('granted_by', 255).notNullable();
    table.dateTime('granted_at').notNullable();
    table.string('revoked_by', 255).nullable();
    table.dateTime('revoked_at').nullable();
    table.text('revoked_reason').nullable();
    table
      .boolean('untold')
      .nullable()
      .comment('True until the owner was told that it ended');
    table.index(['entity_ref', 'check_id'], 'lifecycle_waivers_entity_idx');
    table.index(['granted_at', 'id'], 'lifecycle_waivers_granted_idx');
  });
  await knex.raw(
    'create index lifecycle_waivers_untold_idx on lifecycle_waivers (until) where untold is not null',
  );

  await knex.schema.createTable('sunset_plans', table => {
    table.comment('How entities are retired');
    table.string('id', 36).primary();
    table.integer('version').notNullable();
    table.string('entity_ref', 255).notNullable();
    table
      .string('open_entity', 255)
      .nullable()
      .unique({ indexName: 'sunset_plans_open_idx' })
      .comment('The entity while the plan is in force: there is one of each');
    table.string('successor_ref', 255).nullable();
    table.string('end_of_sale', 10).nullable();
    table.string('end_of_support', 10).nullable();
    table.string('end_of_life', 10).notNullable();
    table.text('message').nullable();
    table.string('begun_by', 255).notNullable();
    table.dateTime('begun_at').notNullable();
    table
      .dateTime('left_at')
      .nullable()
      .comment('Since when the entity is not in the catalog');
    table.index(['entity_ref'], 'sunset_plans_entity_idx');
    table.index(['end_of_life', 'id'], 'sunset_plans_end_idx');
  });

  await knex.schema.createTable('sunset_changes', table => {
    table.comment(
      'How sunset plans began, changed and ended. Rows are added, never changed',
    );
    table.string('id', 36).primary();
    table.string('plan_id', 36).notNullable();
    table.integer('version').notNullable().comment('Of the plan by it');
    table.string('entity_ref', 255).notNullable();
    table.string('event', 16).notNullable().comment('begun, changed or ended');
    table.string('changed_by', 255).nullable().comment('Nobody: the suite');
    table.dateTime('at').notNullable();
    table.text('text').nullable().comment('The message, or why it ended');
    table.string('end_of_life', 10).notNullable();
    table.unique(['plan_id', 'version'], {
      indexName: 'sunset_changes_version_idx',
    });
    table.index(['entity_ref'], 'sunset_changes_entity_idx');
  });

  await knex.schema.createTable('sunset_dependants', table => {
    table.comment(
      'What depends on what is retired. What depends no more is kept',
    );
    table.string('plan_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.integer('version').notNullable();
    table.string('via_ref', 255).nullable();
    table.dateTime('since').notNullable();
    table.boolean('late').notNullable();
    table.dateTime('gone_at').nullable();
    table.string('due_on', 10).nullable();
    table.string('answer', 16).nullable();
    table.text('note').nullable();
    table.string('answered_by', 255).nullable();
    table.dateTime('answered_at').nullable();
    table.primary(['plan_id', 'entity_ref']);
    table.index(['entity_ref'], 'sunset_dependants_entity_idx');
  });

  await knex.schema.createTable('sunset_answers', table => {
    table.comment(
      'What owners said about dependants. Rows are added, never changed',
    );
    table.string('id', 36).primary();
    table.string('plan_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.integer('version').notNullable().comment('Of the dependant by it');
    table.string('answer', 16).notNullable();
    table.text('note').nullable();
    table.string('due_on', 10).nullable();
    table.string('answered_by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.unique(['plan_id', 'entity_ref', 'version'], {
      indexName: 'sunset_answers_version_idx',
    });
    table.index(['entity_ref'], 'sunset_answers_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'sunset_answers',
    'sunset_dependants',
    'sunset_changes',
    'sunset_plans',
    'lifecycle_waivers',
    'lifecycle_attestations',
    'lifecycle_recorded_stages',
    'lifecycle_history',
    'lifecycle_decisions',
    'lifecycle_transitions',
  ]) {
    await knex.schema.dropTable(table);
  }
};
