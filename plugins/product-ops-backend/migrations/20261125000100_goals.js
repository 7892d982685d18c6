// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('roadmap_items', table => {
    table
      .string('goal', 600)
      .nullable()
      .comment(
        'The goal that it points at: an id, with the full ref of its entity where it is another one',
      );
    table.index(['goal', 'entity_ref'], 'roadmap_items_goal_idx');
  });
  // What is recorded is not read anew by itself; files are, and correct what names a goal of another entity.
  for (let after = ['', '', '']; ; ) {
    const rows = await knex('roadmap_items')
      .select('entity_ref', 'source', 'item_id', 'body')
      .whereRaw('(entity_ref, source, item_id) > (?, ?, ?)', after)
      .orderBy(['entity_ref', 'source', 'item_id'])
      .limit(500);
    for (const { entity_ref, source, item_id, body } of rows) {
      const { goal } = JSON.parse(body);
      if (typeof goal === 'string' && goal) {
        await knex('roadmap_items')
          .where({ entity_ref, source, item_id })
          .update({ goal });
      }
    }
    if (rows.length < 500) {
      break;
    }
    const last = rows[rows.length - 1];
    after = [last.entity_ref, last.source, last.item_id];
  }

  await knex.schema.createTable('roadmap_goals', table => {
    table.comment(
      'Goals that people record; those of catalog files are in the directory',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('goal_id', 255).notNullable();
    table.integer('version').notNullable();
    table.text('body').notNullable().comment('JSON: the fields');
    table.dateTime('archived_at').nullable();
    table.string('created_by', 255).notNullable();
    table.dateTime('created_at').notNullable();
    table.string('changed_by', 255).notNullable();
    table.dateTime('changed_at').notNullable();
    table.primary(['entity_ref', 'goal_id']);
  });

  await knex.schema.createTable('roadmap_goal_history', table => {
    table.comment(
      'What became of recorded goals. Rows are added, never changed',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('goal_id', 255).notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('The version that the goal has since');
    table
      .string('type', 16)
      .notNullable()
      .comment('created, changed, archived or returned');
    table.string('done_by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.text('before').notNullable().comment('JSON: the changed fields');
    table.text('after').notNullable().comment('JSON: the same fields since');
    table.primary(['entity_ref', 'goal_id', 'version']);
  });

  await knex.schema.createTable('roadmap_goal_values', table => {
    table.comment(
      'Values of metrics of goals, declared and recorded ones. What people record stays, corrected or not',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('goal_id', 255).notNullable();
    table.double('value').notNullable();
    table.dateTime('at').notNullable().comment('When it was so');
    table.text('note').nullable();
    table
      .string('source', 300)
      .notNullable()
      .comment('person, service, or prometheus: with the name of the server');
    table
      .string('recorded_by', 255)
      .nullable()
      .comment('The user, or the name of the service');
    table.dateTime('recorded_at').notNullable();
    table.string('corrects', 36).nullable();
    table
      .string('corrected_by', 36)
      .nullable()
      .comment('The value in its place');
    table.index(
      ['entity_ref', 'goal_id', 'at', 'recorded_at', 'id'],
      'roadmap_goal_values_goal_idx',
    );
  });

  await knex.schema.createTable('roadmap_goal_metrics', table => {
    table.comment(
      'The latest value of each metric, and how reading it from its source went last',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('goal_id', 255).notNullable();
    table.double('value').nullable();
    table.dateTime('at').nullable();
    table.dateTime('first_at').nullable().comment('Of the first value');
    table.string('query_hash', 64).nullable().comment('Of what was read last');
    table.dateTime('checked_at').nullable();
    table.dateTime('failing_since').nullable();
    table.text('error').nullable();
    table.primary(['entity_ref', 'goal_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('roadmap_goal_metrics');
  await knex.schema.dropTable('roadmap_goal_values');
  await knex.schema.dropTable('roadmap_goal_history');
  await knex.schema.dropTable('roadmap_goals');
  await knex.schema.alterTable('roadmap_items', table => {
    table.dropIndex(['goal', 'entity_ref'], 'roadmap_items_goal_idx');
    table.dropColumn('goal');
  });
};
