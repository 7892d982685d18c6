import Ajv from 'ajv';
import { schemaProblems, SchemaProblem } from '../documents/schemaProblems';
import { roadmapFileSchema, roadmapItemSchema } from './schema';

interface Validators {
  file: (value: unknown) => SchemaProblem[];
  item: (value: unknown) => SchemaProblem[];
}

let validators: Validators | undefined;

/** The compiled schemas. Compiling takes a while, so it waits until the first file comes. */
export function roadmapValidators(): Validators {
  if (!validators) {
    const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
    const file = ajv.compile({
      ...roadmapFileSchema,
      $id: undefined,
      properties: {
        ...(roadmapFileSchema.properties as object),
        // Items are checked one at a time, so that each of them fails alone.
        items: { type: 'array' },
      },
    });
    const item = ajv.compile(roadmapItemSchema);
    validators = {
      file: value => (file(value) ? [] : schemaProblems(file.errors)),
      item: value => (item(value) ? [] : schemaProblems(item.errors)),
    };
  }
  return validators;
}
