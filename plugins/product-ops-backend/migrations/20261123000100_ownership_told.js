// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ownership_owners', table => {
    table
      .string('overdue_told', 10)
      .nullable()
      .comment(
        'The day for which the owner was told that the verification is overdue',
      );
  });
  await knex.schema.alterTable('ownership_gaps', table => {
    table
      .dateTime('tell_at')
      .nullable()
      .comment('When the owner is to be told; empty when there is nothing to');
    table.index(['tell_at'], 'ownership_gaps_tell_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ownership_gaps', table => {
    table.dropIndex(['tell_at'], 'ownership_gaps_tell_idx');
    table.dropColumn('tell_at');
  });
  await knex.schema.alterTable('ownership_owners', table => {
    table.dropColumn('overdue_told');
  });
};
