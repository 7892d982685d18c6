import fs from 'fs';
import path from 'path';
import { productJsonSchema } from '../product';
import { roadmapFileSchema } from '../roadmap';
import { runbookFrontMatterSchema } from '../runbooks';

const folder = path.resolve(__dirname, '../../schema');

// With PRODUCT_OPS_UPDATE_SCHEMAS=1 this writes the files anew instead of comparing them.
it.each([
  ['product.schema.json', productJsonSchema],
  ['roadmap.schema.json', roadmapFileSchema],
  ['runbook-front-matter.schema.json', runbookFrontMatterSchema],
])('publishes %s as the portal checks it', (name, schema) => {
  const file = path.join(folder, name);
  const expected = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env.PRODUCT_OPS_UPDATE_SCHEMAS === '1') {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, expected);
  }
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(schema);
});
