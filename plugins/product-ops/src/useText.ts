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
type Names<Message> = Message extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type Values<Key extends keyof ByKey, Value> = {
  [Name in Exclude<Names<ByKey[Key]>, 'count'>]: Value;
} & (Key extends Plural ? { count: number } : {});

/**
 * Gives the text of a message in the reader's language. It is the portal's own function: its type here looks at the one
 * message that is asked for, where that of the portal goes through all of them for each.
 */
export interface Text {
  <Key extends keyof ByKey>(
    key: Key,
    ...values: {} extends Values<Key, unknown>
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
