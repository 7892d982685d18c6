import { type MutableRefObject, type RefObject, useEffect } from 'react';

function cardOf(root: HTMLElement | null, key: string): Element | undefined {
  return [...(root?.querySelectorAll('[data-item]') ?? [])].find(
    card => card.getAttribute('data-item') === key,
  );
}

/** Keeps the focus on the handle of a card wherever the card goes, until one goes somewhere else. */
export function useFocusOf(
  root: RefObject<HTMLElement>,
  focused: MutableRefObject<string | undefined>,
): void {
  useEffect(() => {
    const leave = (event: Event) => {
      const key = focused.current;
      const card = key === undefined ? undefined : cardOf(root.current, key);
      if (
        event.type === 'pointerdown' ||
        !card?.contains(event.target as Node)
      ) {
        focused.current = undefined;
      }
    };
    document.addEventListener('focusin', leave);
    document.addEventListener('pointerdown', leave);
    return () => {
      document.removeEventListener('focusin', leave);
      document.removeEventListener('pointerdown', leave);
    };
  }, [root, focused]);
  // After every change of the board: the card may be another element since.
  useEffect(() => {
    const active = document.activeElement;
    if (
      focused.current !== undefined &&
      (!active || active === document.body)
    ) {
      cardOf(root.current, focused.current)
        ?.querySelector<HTMLElement>('[data-handle]')
        ?.focus();
    }
  });
}
