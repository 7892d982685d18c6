import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReactElement, ReactNode } from 'react';
import { productOpsTranslationRef } from './translation';

type Messages = typeof productOpsTranslationRef.T;

/** The messages by the keys that they are asked by: those of one and of several have one. */
type ByKey = {
  [Key in keyof Messages as Key extends `${infer Short}_${'one' | 'other'}`
    ? Short
    : Key]: Messages[Key];
};

type Plural = {
  [Key in keyof Messages]: Key extends `${infer Short}_other` ? Short : never;
}[keyof Messages];

/** What is filled into a message. */
type Names<
  Message extends string,
  Found = never,
> = Message extends `${string}{{${infer Name}}}${infer Rest}`
  ? Names<Rest, Found | Name>
  : Found;

/** What is to be filled into each message, beside the count. */
type NamesOf = {
  // Taken out first, so that nothing is worked out for all messages together.
  [Key in keyof ByKey]: ByKey[Key] extends infer Message extends string
    ? Exclude<Names<Message>, Key extends Plural ? 'count' : never>
    : never;
};

type Values<Key extends keyof ByKey, Value> = Record<NamesOf[Key], Value> &
  (Key extends Plural ? { count: number } : {});

/**
 * Gives the text of a message in the reader's language. It is the portal's own function: its type here looks at the one
 * message that is asked for, where that of the portal goes through all of them for each.
 */
export interface Text {
  <Key extends keyof ByKey>(
    key: Key,
    ...values: [NamesOf[Key], Extract<Key, Plural>] extends [never, never]
      ? [values?: {}]
      : [values: Values<Key, string | number>]
  ): string;
  <Key extends keyof ByKey>(
    key: Key,
    values: Values<Key, ReactNode>,
  ): ReactElement;
}

export function useText(): Text {
  return useTranslationRef(productOpsTranslationRef).t as unknown as Text;
}
