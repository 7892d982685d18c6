const KEY = 'portal.sign-in-as';

/**
 * The person chosen last in this browser, by entity ref. A browser that refuses storage only loses the convenience, so
 * every access may fail silently.
 */
export const rememberedPerson = {
  get(): string | undefined {
    try {
      return window.localStorage.getItem(KEY) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(entityRef: string) {
    try {
      window.localStorage.setItem(KEY, entityRef);
    } catch {
      // Signing in goes on; only the next reload asks again.
    }
  },
  forget() {
    try {
      window.localStorage.removeItem(KEY);
    } catch {
      // Nothing was stored then.
    }
  },
};
