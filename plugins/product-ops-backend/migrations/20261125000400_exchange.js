// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('roadmap_history', table => {
    table
      .string('via', 16)
      .nullable()
      .comment('The way a change came, where it is not the page: import');
  });

  await knex.schema.createTable('roadmap_imports', table => {
    table.comment('What imports of roadmaps would do, and what they did');
    table.string('id', 36).primary();
    table.string('person', 255).notNullable();
    table.dateTime('created_at').notNullable();
    table.text('plan').notNullable().comment('JSON: the rows to be written');
    table.dateTime('applied_at').nullable();
    table.integer('created').notNullable();
    table.integer('changed').notNullable();
    table.index(['person', 'created_at'], 'roadmap_imports_person_idx');
    table.index(['created_at'], 'roadmap_imports_created_idx');
  });

  await knex.schema.createTable('roadmap_feeds', table => {
    table.comment('Calendar feeds of roadmaps');
    table.string('id', 36).primary();
    table
      .string('secret_hash', 64)
      .notNullable()
      .comment('SHA-256 of the secret, which is kept nowhere');
    table.string('person', 255).notNullable();
    table.string('name', 100).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('goal', 100).nullable();
    table.dateTime('created_at').notNullable();
    table.dateTime('expires_at').nullable();
    table.dateTime('read_at').nullable();
    table
      .dateTime('checked_at')
      .notNullable()
      .comment('When it was looked up what the person may read');
    table
      .text('visible')
      .notNullable()
      .comment('JSON: the entities that the person might read then');
    table
      .text('teams')
      .nullable()
      .comment('JSON: the groups of the person in the catalog then');
    table.index(['person', 'created_at'], 'roadmap_feeds_person_idx');
  });

  await knex.schema.createTable('roadmap_views', table => {
    table.comment('Saved views of roadmaps');
    table.string('id', 36).primary();
    table.string('person', 255).notNullable();
    table.string('name', 100).notNullable();
    table.text('query').notNullable().comment('Of the address of the page');
    table
      .string('shared_with', 255)
      .notNullable()
      .comment('nobody, everybody, or the ref of a group');
    table.integer('version').notNullable();
    table.dateTime('changed_at').notNullable();
    table.unique(['person', 'name'], { indexName: 'roadmap_views_name_idx' });
    table.index(['shared_with', 'name'], 'roadmap_views_shared_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('roadmap_views');
  await knex.schema.dropTable('roadmap_feeds');
  await knex.schema.dropTable('roadmap_imports');
  await knex.schema.alterTable('roadmap_history', table => {
    table.dropColumn('via');
  });
};
