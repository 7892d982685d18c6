// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('alerts', table => {
    table.comment('Alerts that other systems have told of');
    table.string('id', 36).primary();
    table.string('source', 63).notNullable().comment('Which kind of system');
    table
      .string('fingerprint', 128)
      .notNullable()
      .comment('Of its labels, as the source says');
    table
      .dateTime('starts_at')
      .notNullable()
      .comment('An alert that fires anew is another one');
    table.string('name', 255).notNullable();
    table.text('labels').notNullable().comment('JSON');
    table.text('annotations').notNullable().comment('JSON');
    table.text('generator_url').nullable();
    table.text('external_url').nullable();
    table.dateTime('resolved_at').nullable();
    table.dateTime('received_at').notNullable();
    table
      .dateTime('last_seen_at')
      .notNullable()
      .comment('When the source last told of it: long ago, it has ended');
    table.unique(['source', 'fingerprint', 'starts_at']);
    table.index(['resolved_at', 'last_seen_at'], 'alerts_state_idx');
    table.index(['last_seen_at'], 'alerts_seen_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alerts');
};
