// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('directory_entities', table => {
    table.comment(
      'The catalog as the suite sees it: one row an entity. A projection, rebuilt from the catalog at any time.',
    );
    table
      .string('entity_ref', 255)
      .primary()
      .comment('kind:namespace/name, in lower case');
    table.string('kind', 255).notNullable().comment('In lower case');
    table.string('namespace', 255).notNullable();
    table.string('name', 255).notNullable();
    table.text('title').notNullable().comment('Title, display name or name');
    table
      .string('sort_title', 255)
      .notNullable()
      .comment('The title in lower case, cut, to sort by');
    table.text('description').nullable();
    table.text('type').nullable().comment('spec.type');
    table
      .string('owner_ref', 255)
      .nullable()
      .comment('The full ref of spec.owner');
    table
      .string('stage', 255)
      .nullable()
      .comment('A configured stage, or the declared text when it is unknown');
    table
      .integer('stage_rank')
      .nullable()
      .comment('The place of the stage in the configured order');
    table.text('declared_lifecycle').nullable();
    table.integer('tier').nullable();
    table.string('product_ref', 255).nullable();
    table
      .text('location_ref')
      .nullable()
      .comment('backstage.io/managed-by-location');
    table
      .text('origin_ref')
      .nullable()
      .comment('backstage.io/managed-by-origin-location');
    table.text('source_url').nullable();
    table.text('view_url').nullable();
    table.text('edit_url').nullable();
    table
      .text('roadmap_target')
      .nullable()
      .comment('The productops.io/roadmap annotation');
    table
      .text('runbooks_target')
      .nullable()
      .comment('The productops.io/runbooks annotation');
    table.string('etag', 64).notNullable().comment('Hash of the content');
    table
      .string('relations_etag', 64)
      .notNullable()
      .comment('Hash of the rows in directory_relations');
    table
      .string('source_etag', 128)
      .nullable()
      .comment(
        'What the row was made from: when it is the same, so is the row',
      );
    table.text('facts').notNullable().comment('JSON: what only one page needs');
    table
      .text('search_text')
      .notNullable()
      .comment('Name, title, description and type in lower case');
    table.dateTime('updated_at').notNullable();

    table.index(['owner_ref'], 'directory_entities_owner_ref_idx');
    table.index(['product_ref'], 'directory_entities_product_ref_idx');
  });

  // One index for each order that products are listed in, over the very expressions that sort them, and
  // one that counts them by stage, owner, tier and type without looking at the rows.
  /** @param {string} expression */
  const text = expression =>
    knex.client.config.client === 'pg'
      ? `(${expression}) collate "C"`
      : expression;
  const ties = `${text('sort_title')}, ${text('entity_ref')}`;
  const orders = {
    title: ties,
    stage: `coalesce(stage_rank, 1000000), ${ties}`,
    tier: `coalesce(tier, 9), ${ties}`,
    owner: `(case when owner_ref is null then 1 else 0 end), ${text(
      `coalesce(owner_ref, '')`,
    )}, ${ties}`,
    type: `(case when type is null then 1 else 0 end), ${text(
      `coalesce(type, '')`,
    )}, ${ties}`,
    facets: 'stage, owner_ref, tier, type, entity_ref',
  };
  for (const [name, columns] of Object.entries(orders)) {
    await knex.raw(
      `create index directory_entities_${name}_idx on directory_entities (kind, ${columns})`,
    );
  }

  // Few entities declare documents: the reader of documents finds them without looking at all others.
  for (const column of ['roadmap_target', 'runbooks_target']) {
    await knex.raw(
      `create index directory_entities_${column}_idx on directory_entities (entity_ref) where ${column} is not null`,
    );
  }

  await knex.schema.createTable('directory_relations', table => {
    table.comment('The relations of the catalog: one row each');
    table.string('source_ref', 255).notNullable();
    table.string('type', 255).notNullable();
    table.string('target_ref', 255).notNullable();
    table.primary(['source_ref', 'type', 'target_ref']);
    table.index(['target_ref', 'type'], 'directory_relations_target_idx');
  });

  await knex.schema.createTable('directory_state', table => {
    table.comment('One row: how the last refresh of the directory went');
    table.integer('id').primary();
    table
      .dateTime('refreshed_at')
      .nullable()
      .comment('The end of the last complete refresh');
    table.integer('duration_ms').nullable();
    table
      .integer('rows_written')
      .nullable()
      .comment('Rows written or deleted by it');
    table.text('error').nullable().comment('Why refreshes failed since then');
    table
      .integer('generation')
      .notNullable()
      .defaultTo(0)
      .comment('How many refreshes were completed');
    table
      .integer('version')
      .notNullable()
      .defaultTo(0)
      .comment('Goes up with every write of entities or relations');
  });
  await knex('directory_state').insert({ id: 1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('directory_state');
  await knex.schema.dropTable('directory_relations');
  await knex.schema.dropTable('directory_entities');
};
