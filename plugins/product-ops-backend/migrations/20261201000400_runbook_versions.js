// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runbooks', table => {
    table
      .string('origin', 8)
      .notNullable()
      .defaultTo('file')
      .comment('file or portal: where its text in force was written');
  });

  await knex.schema.createTable('runbook_versions', table => {
    table.comment(
      'What runbooks have said over time, from files and from the portal: a row for each change of the text',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.integer('number').notNullable().comment('From 1, never used twice');
    table.string('hash', 64).notNullable().comment('Of the text');
    table.text('title').notNullable();
    table
      .text('content', 'longtext')
      .notNullable()
      .comment('Front matter and Markdown as they were written');
    table.string('origin', 8).notNullable().comment('file or portal');
    table.string('by', 255).nullable().comment('Of the portal: who');
    table.dateTime('at').notNullable();
    table.text('note').nullable();
    table
      .integer('restores')
      .nullable()
      .comment('The number of the version whose text it has again');
    table.primary(['entity_ref', 'runbook_id', 'number']);
  });

  await knex.schema.createTable('runbook_written', table => {
    table.comment(
      'Runbooks that are written in the portal; what is in force of them is in runbooks, too',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.text('title').notNullable();
    table.string('sort_title', 255).notNullable();
    table
      .text('content', 'longtext')
      .notNullable()
      .comment('Front matter and Markdown as they were typed');
    table.string('version', 64).notNullable().comment('Hash of the content');
    table.integer('number').notNullable().comment('Of its last version');
    table
      .integer('parser')
      .notNullable()
      .comment('What read the content for what is in force');
    table.boolean('removed').notNullable();
    table.string('created_by', 255).notNullable();
    table.dateTime('created_at').notNullable();
    table
      .string('created_key', 100)
      .nullable()
      .comment('The same key of the same person makes one');
    table.string('changed_by', 255).notNullable();
    table.dateTime('changed_at').notNullable();
    table.primary(['entity_ref', 'runbook_id']);
    table.index(['entity_ref', 'sort_title'], 'runbook_written_title_idx');
    table.unique(['created_by', 'created_key'], {
      indexName: 'runbook_written_key_idx',
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('runbook_written');
  await knex.schema.dropTable('runbook_versions');
  await knex('runbooks').where({ origin: 'portal' }).delete();
  // Knex would build the table anew on SQLite, and leave out its triggers.
  await knex.raw('alter table runbooks drop column origin');
};
