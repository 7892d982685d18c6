// @ts-check

/** The orders in which feedback is listed, each with its column. */
const ORDERS = {
  votes: 'votes',
  newest: 'created_at',
  activity: 'activity_at',
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('feedback', table => {
    table.comment('What people ask of entities');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.integer('version').notNullable();
    table.text('title').notNullable().comment('Empty once it was taken back');
    table.text('text').notNullable().comment('Markdown');
    table
      .text('search_text')
      .notNullable()
      .comment('Title and text in lower case');
    table
      .string('status', 16)
      .notNullable()
      .comment('open, under-review, planned, shipped or declined');
    table.text('reason').nullable();
    table.string('author', 255).notNullable();
    table.dateTime('created_at').notNullable();
    table.dateTime('edited_at').nullable();
    table
      .dateTime('activity_at')
      .notNullable()
      .comment('The last comment, answer, decision or merge');
    table
      .integer('votes')
      .notNullable()
      .comment('The number of rows in feedback_votes, kept with each of them');
    table
      .integer('comments')
      .notNullable()
      .comment('Those that are not removed');
    table.text('answer').nullable().comment('Markdown');
    table.string('answered_by', 255).nullable();
    table.dateTime('answered_at').nullable();
    table.string('merged_into', 36).nullable();
    table.dateTime('withdrawn_at').nullable();
    table
      .boolean('hidden')
      .notNullable()
      .comment('Merged or taken back: in no list, in no count');
    table
      .dateTime('shipped_told_at')
      .nullable()
      .comment('When its voters were told that it is there: that is once');
    for (const [name, column] of Object.entries(ORDERS)) {
      table.index(['hidden', column, 'id'], `feedback_${name}_idx`);
      table.index(
        ['entity_ref', 'hidden', column, 'id'],
        `feedback_entity_${name}_idx`,
      );
    }
    table.index(['hidden', 'entity_ref', 'status'], 'feedback_counts_idx');
    table.index(['author', 'hidden', 'created_at'], 'feedback_author_idx');
    table.index(['merged_into'], 'feedback_merged_idx');
  });

  await knex.schema.createTable('feedback_votes', table => {
    table.comment('Who has voted for what, each once');
    table.string('feedback_id', 36).notNullable();
    table.string('person', 255).notNullable();
    table.dateTime('at').notNullable();
    table
      .string('via', 36)
      .nullable()
      .comment(
        'The merged feedback that the vote came with; empty for a vote of its own',
      );
    table.primary(['feedback_id', 'person']);
    table.index(['person', 'feedback_id'], 'feedback_votes_person_idx');
  });

  await knex.schema.createTable('feedback_comments', table => {
    table.comment('What people say about feedback');
    table.string('id', 36).primary();
    table.string('feedback_id', 36).notNullable();
    table.text('text').notNullable().comment('Markdown; empty once removed');
    table.string('written_by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.dateTime('removed_at').nullable();
    table.index(['feedback_id', 'at', 'id'], 'feedback_comments_idx');
  });

  await knex.schema.createTable('feedback_links', table => {
    table.comment('Which roadmap items answer which feedback');
    table.string('feedback_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('source', 63).notNullable();
    table.string('item_id', 255).notNullable();
    table.string('linked_by', 255).notNullable();
    table.dateTime('at').notNullable();
    table
      .string('via', 36)
      .nullable()
      .comment('The merged feedback that the link came with');
    table.primary(['feedback_id', 'entity_ref', 'source', 'item_id']);
    table.index(['entity_ref', 'item_id', 'source'], 'feedback_links_item_idx');
  });

  await knex.schema.createTable('feedback_writes', table => {
    table.comment('What people wrote lately, so that nobody floods the rest');
    table.string('id', 36).primary();
    table.string('person', 255).notNullable();
    table.string('kind', 16).notNullable().comment('post, comment or vote');
    table.dateTime('at').notNullable();
    table.index(['person', 'kind', 'at'], 'feedback_writes_person_idx');
    table.index(['at'], 'feedback_writes_at_idx');
  });

  await knex.schema.createTable('roadmap_notice_events', table => {
    table.comment(
      'What happened on roadmaps that somebody is to be told: rows go once it is known who and what',
    );
    table.string('id', 36).primary();
    table.string('type', 32).notNullable();
    table.text('body').notNullable().comment('JSON');
    table.dateTime('at').notNullable();
    table.index(['at', 'id'], 'roadmap_notice_events_at_idx');
  });

  await knex.schema.createTable('roadmap_notice_messages', table => {
    table.comment('What people are to be told: rows go with the delivery');
    table.string('id', 36).primary();
    table.text('body').notNullable().comment('JSON');
    table
      .dateTime('due_at')
      .notNullable()
      .comment('Later than now while somebody is at it, or after a failure');
    table.integer('attempts').notNullable();
    table.index(['due_at', 'id'], 'roadmap_notice_messages_due_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'roadmap_notice_messages',
    'roadmap_notice_events',
    'feedback_writes',
    'feedback_links',
    'feedback_comments',
    'feedback_votes',
    'feedback',
  ]) {
    await knex.schema.dropTable(table);
  }
};
