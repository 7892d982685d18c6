import { InputError } from '@backstage/errors';

/** What makes one thing, however often it is sent; an error (400) for what is no key. */
export function idempotencyKeyOf(req: {
  header(name: string): string | undefined;
}): string | undefined {
  const key = req.header('idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{1,100}$/.test(key)) {
    throw new InputError(
      'Idempotency-Key: got something else; expected 1 to 100 printable characters without blanks',
    );
  }
  return key;
}
