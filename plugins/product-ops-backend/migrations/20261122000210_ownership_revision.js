// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ownership_revision', table => {
    table.comment(
      'One row that counts up whenever a verification changes: what was counted from them before is old then',
    );
    table.integer('id').primary();
    table.integer('revision').notNullable();
  });
  await knex('ownership_revision').insert({ id: 1, revision: 1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ownership_revision');
};
