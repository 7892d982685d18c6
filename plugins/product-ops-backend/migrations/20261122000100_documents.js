// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('documents_sources', table => {
    table.comment(
      'Declared files and folders that are read for entities: one row each, with how reading it went.',
    );
    table
      .string('entity_ref', 255)
      .notNullable()
      .comment('kind:namespace/name, in lower case');
    table.string('kind', 16).notNullable().comment('roadmap or runbooks');
    table.text('target').notNullable().comment('As the annotation says');
    table
      .text('location')
      .notNullable()
      .comment('The location of the catalog-info file');
    table
      .text('origin')
      .notNullable()
      .comment('The location that was registered and led there');
    table
      .string('state', 16)
      .notNullable()
      .comment('pending, ok, stale or failed');
    table
      .string('entity_etag', 64)
      .notNullable()
      .comment('The directory row for which it was last asked to be read');
    table
      .text('source_etag')
      .nullable()
      .comment('Of the source as last read; empty when it must be read anew');
    table.dateTime('read_at').nullable().comment('When it was last read');
    table
      .dateTime('good_at')
      .nullable()
      .comment('When the version in force was read');
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
      .integer('missing_since')
      .nullable()
      .comment(
        'The generation of the directory in which its entity was missed',
      );
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('Reads in a row that got no answer');
    table.text('errors').notNullable().comment('JSON: the first 100 errors');
    table.integer('error_count').notNullable().defaultTo(0);
    table.text('url').nullable().comment('Where it can be seen');
    table.text('edit_url').nullable();
    table.primary(['entity_ref', 'kind']);
    table.index(['next_read_at'], 'documents_sources_next_read_idx');
    table.index(['state'], 'documents_sources_state_idx');
    table.index(['read_at'], 'documents_sources_read_idx');
  });

  await knex.schema.createTable('roadmap_items', table => {
    table.comment(
      'Items of roadmaps: the last good ones of files, and those made in the portal',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('source', 63).notNullable().comment('declared or recorded');
    table.string('item_id', 255).notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('Goes up with every change of what it says or where it stands');
    table
      .string('rank', 200)
      .notNullable()
      .comment('Its place among the items: texts that sort as the items do');
    table
      .boolean('moved')
      .notNullable()
      .defaultTo(false)
      .comment(
        'Somebody put it there: the file does not say its place any more',
      );
    table
      .dateTime('archived_at')
      .nullable()
      .comment('When it left its file; it is kept with all that hangs on it');
    table
      .integer('position')
      .notNullable()
      .comment('Place in the file; 0 for recorded ones');
    table.text('title').notNullable();
    table.string('status', 16).notNullable();
    table.string('horizon', 16).nullable();
    table.text('category').nullable();
    table.string('end_date', 10).nullable();
    table
      .text('search_text')
      .notNullable()
      .comment('Id, title, description and labels in lower case');
    table
      .integer('line')
      .notNullable()
      .comment('Line in the file, from 1; 0 for recorded ones');
    table.text('body').notNullable().comment('JSON: the whole item');
    table.string('created_by', 255).nullable();
    table.dateTime('created_at').nullable();
    table.string('changed_by', 255).nullable();
    table.dateTime('changed_at').nullable();
    table.primary(['entity_ref', 'source', 'item_id']);
    table.index(['entity_ref', 'rank'], 'roadmap_items_rank_idx');
  });

  await knex.schema.createTable('runbooks', table => {
    table.comment('The last good versions of runbook files');
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table
      .text('path')
      .notNullable()
      .comment('The file, relative to the catalog-info file');
    table.text('title').notNullable();
    table
      .string('sort_title', 255)
      .notNullable()
      .comment('The title in lower case, cut, to sort by');
    table.string('type', 16).notNullable();
    table
      .boolean('helper')
      .notNullable()
      .comment('A page that runbooks link to, neither listed nor counted');
    table.text('alerts').notNullable().comment('JSON: names of alerts');
    table.integer('steps').notNullable();
    table.string('version', 64).notNullable().comment('Hash of the content');
    table
      .text('search_text')
      .notNullable()
      .comment('Id, title, path and alerts in lower case');
    table
      .text('facts')
      .notNullable()
      .comment('JSON: what a list shows beside the columns');
    table
      .text('body')
      .notNullable()
      .comment('JSON: headings, steps, parameters and links');
    table
      .text('content', 'longtext')
      .notNullable()
      .comment('The Markdown, without front matter');
    table
      .dateTime('first_seen_at')
      .notNullable()
      .comment('When this version was first read');
    table.primary(['entity_ref', 'runbook_id']);
    table.index(
      ['entity_ref', 'helper', 'sort_title', 'runbook_id'],
      'runbooks_title_idx',
    );
  });

  await knex.schema.createTable('overview_summaries', table => {
    table.comment('What lists show of an entity, computed beforehand');
    table.string('entity_ref', 255).primary();
    table.integer('roadmap_open').notNullable();
    table.integer('roadmap_now').notNullable();
    table.integer('runbooks_total').notNullable();
    table.integer('attention_count').notNullable();
    table
      .string('attention_severity', 16)
      .nullable()
      .comment('Of the most urgent');
    table
      .integer('attention_rank')
      .notNullable()
      .comment('0 none, 1 info, 2 warning, 3 critical');
    table.text('attention_title').nullable().comment('Of the most urgent');
    table
      .string('entity_etag', 64)
      .notNullable()
      .comment('The directory row that it was computed from');
    table
      .string('input_hash', 64)
      .notNullable()
      .comment('The day and settings; empty when documents have changed since');
    table.dateTime('computed_at').notNullable();
    table.index(['attention_rank'], 'overview_summaries_rank_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('overview_summaries');
  await knex.schema.dropTable('runbooks');
  await knex.schema.dropTable('roadmap_items');
  await knex.schema.dropTable('documents_sources');
};
