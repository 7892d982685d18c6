import { createHash } from 'node:crypto';

/** Texts that are the same for the same refs, in whatever order; made once for as long as a list of them is remembered. */
export class RefHashes {
  readonly #known = new WeakMap<readonly string[], string>();

  static create(): RefHashes {
    return new RefHashes();
  }

  private constructor() {}

  of(refs: readonly string[]): string {
    const known = this.#known.get(refs);
    if (known) {
      return known;
    }
    const hash = createHash('sha256');
    [...refs].sort().forEach(ref => hash.update(`${ref}\n`));
    const made = hash.digest('base64');
    this.#known.set(refs, made);
    return made;
  }
}
