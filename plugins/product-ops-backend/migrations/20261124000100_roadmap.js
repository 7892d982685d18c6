// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('roadmap_history', table => {
    table.comment(
      'What became of roadmap items. Rows are added, never changed',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('source', 63).notNullable();
    table.string('item_id', 255).notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('The version that the item has since');
    table
      .string('type', 16)
      .notNullable()
      .comment('created, changed, undone, archived or returned');
    table
      .string('done_by', 255)
      .nullable()
      .comment('The user; nobody where the file changed');
    table.dateTime('at').notNullable();
    table.text('before').notNullable().comment('JSON: the changed fields');
    table.text('after').notNullable().comment('JSON: the same fields since');
    table.unique(['entity_ref', 'source', 'item_id', 'version'], {
      indexName: 'roadmap_history_version_idx',
    });
  });

  await knex.schema.createTable('roadmap_comments', table => {
    table.comment('What people say about roadmap items');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('source', 63).notNullable();
    table.string('item_id', 255).notNullable();
    table.text('text').notNullable().comment('Markdown; empty once removed');
    table.string('written_by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.dateTime('removed_at').nullable();
    table.index(
      ['entity_ref', 'source', 'item_id', 'at', 'id'],
      'roadmap_comments_item_idx',
    );
    table.index(['written_by', 'at'], 'roadmap_comments_person_idx');
  });

  await knex.schema.createTable('roadmap_requests', table => {
    table.comment(
      'Which item a request has made, so that the same one makes no other',
    );
    table.string('person', 255).notNullable();
    table.string('key', 100).notNullable();
    table
      .string('request_hash', 64)
      .notNullable()
      .comment('Of what was asked for');
    table.string('entity_ref', 255).notNullable();
    table.string('item_id', 255).notNullable();
    table.dateTime('at').notNullable();
    table.primary(['person', 'key']);
    table.index(['at'], 'roadmap_requests_at_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('roadmap_requests');
  await knex.schema.dropTable('roadmap_comments');
  await knex.schema.dropTable('roadmap_history');
};
