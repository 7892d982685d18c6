import { useCallback, useEffect, useRef, useState } from 'react';

/** What was typed and not saved, and the version that it was typed over. */
export interface Draft {
  text: string;
  /** The version that was read; nothing for a new runbook. */
  base?: string;
  /** When it was typed, in ISO 8601. */
  at: string;
}

const PREFIX = 'product-ops:runbook-draft:';
const WAIT_MS = 300;

function read(key: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    const { text, base, at } = value as Record<string, unknown>;
    return typeof text === 'string' && typeof at === 'string'
      ? { text, at, ...(typeof base === 'string' && { base }) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Browsers may have no room, or refuse to keep anything: then the page still has the text. */
function write(key: string, draft: Draft | undefined): void {
  try {
    if (draft) {
      localStorage.setItem(key, JSON.stringify(draft));
    } else {
      localStorage.removeItem(key);
    }
  } catch {
    // The warning before one leaves the page is left then.
  }
}

/**
 * A text that is typed. It is kept in the browser until the backend has it, so that neither a closed tab nor a refused
 * save loses it.
 *
 * @param of - which text, such as the entity and the runbook
 * @param given - what the backend has, and its version
 */
export function useDraft(of: string, given: { text: string; base?: string }) {
  const key = `${PREFIX}${of}`;
  // What others save meanwhile is told when one saves: nothing changes under the hands of who types.
  const [saved, setSaved] = useState(given);
  const [found] = useState(() => {
    const draft = read(key);
    return draft && draft.text !== given.text ? draft : undefined;
  });
  const [restored, setRestored] = useState(found);
  const [text, setText] = useState(found?.text ?? given.text);
  const [base, setBase] = useState(found ? found.base : given.base);
  const dirty = text !== saved.text;
  const latest = useRef<Draft>();
  // From when it is let go of until something is typed again, whatever is drawn meanwhile.
  const forgotten = useRef(false);
  latest.current = dirty
    ? {
        text,
        ...(base !== undefined && { base }),
        at:
          restored && text === restored.text
            ? restored.at
            : new Date().toISOString(),
      }
    : undefined;

  useEffect(() => {
    const timer = setTimeout(() => {
      if (!forgotten.current) {
        write(key, latest.current);
      }
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [key, text, base, dirty]);

  useEffect(() => {
    const keep = () => {
      if (!forgotten.current) {
        write(key, latest.current);
      }
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current && !forgotten.current) {
        keep();
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [key]);

  const type = useCallback((next: string) => {
    forgotten.current = false;
    setText(next);
  }, []);

  /** Lets go of what was typed: the backend has it, or nobody wants it. */
  const forget = useCallback(
    (now: { text: string; base?: string }) => {
      forgotten.current = true;
      write(key, undefined);
      setRestored(undefined);
      setSaved(now);
      setText(now.text);
      setBase(now.base);
    },
    [key],
  );

  return { text, type, base, setBase, saved, dirty, restored, forget };
}
