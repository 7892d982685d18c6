// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('drill_notices', table => {
    table.comment('What owners were last told of drills that are due');
    table.string('entity_ref', 255).primary();
    table.string('due_on', 10).notNullable().comment('YYYY-MM-DD');
    table.string('state', 16).notNullable().comment('due or overdue');
    table.dateTime('told_at').notNullable();
  });
  await knex.schema.alterTable('drill_plans', table => {
    table
      .string('day_by', 255)
      .nullable()
      .comment('Who has moved it to its day, where it was moved');
    table
      .string('told_day', 10)
      .nullable()
      .comment('The day that the owner was last told of');
  });
  await knex('drill_plans').update({ told_day: knex.ref('day') });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('drill_plans', table => {
    table.dropColumns('day_by', 'told_day');
  });
  await knex.schema.dropTable('drill_notices');
};
