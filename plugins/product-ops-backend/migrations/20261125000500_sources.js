// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('roadmap_sources', table => {
    table.comment(
      'Other systems whose items stand on roadmaps: one row for each entity and system, with how reading it went',
    );
    table
      .string('entity_ref', 255)
      .notNullable()
      .comment('kind:namespace/name, in lower case');
    table.string('source', 63).notNullable().comment('The id of the system');
    table
      .text('entity')
      .notNullable()
      .comment('JSON: what the source is told of the entity');
    table
      .string('state', 16)
      .notNullable()
      .comment('pending, ok, stale or failed');
    table
      .text('memory')
      .nullable()
      .comment('JSON: what the source wants to know again, such as an ETag');
    table.text('target').nullable().comment('What is read there');
    table.text('url').nullable().comment('Where people see it');
    table.dateTime('read_at').nullable().comment('When it was last asked');
    table
      .dateTime('good_at')
      .nullable()
      .comment('When the items in force were last right');
    table.dateTime('next_read_at').notNullable().comment('When it is due');
    table
      .dateTime('claimed_until')
      .nullable()
      .comment('Until then an instance is reading it, and no other may');
    table
      .string('claim', 36)
      .nullable()
      .comment(
        'Of the instance that is reading it: only it may say how it went',
      );
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('Reads in a row that failed');
    table
      .text('problem')
      .nullable()
      .comment('JSON: why the last read failed; empty when it did not');
    table
      .text('notes')
      .notNullable()
      .comment('JSON: the first 100 things to say of the last good read');
    table.integer('note_count').notNullable().defaultTo(0);
    table.primary(['entity_ref', 'source']);
    table.index(['next_read_at'], 'roadmap_sources_next_read_idx');
    table.index(['source', 'entity_ref'], 'roadmap_sources_source_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('roadmap_sources');
};
