import { createContext, type ReactNode, useContext } from 'react';
import type {
  ItemFields,
  ItemPatch,
  RoadmapItem,
  RoadmapItemDetails,
  RoadmapMay,
  ScoreMethod,
} from '@productops/backstage-plugin-product-ops-common';

/** What became of a change: the item since, or what is in the way; nothing is said where one changed one's mind. */
export type Saved =
  | { ok: true; item: RoadmapItemDetails }
  | { ok: false; message?: string };

/** What is told of what one did. */
export interface Told {
  good: boolean;
  text: ReactNode;
  /** The item as it is since, of which the last change can be taken back. */
  undo?: RoadmapItemDetails;
}

/** Whoever shows items of a roadmap can have them edited, without knowing how. */
export interface Editing {
  entityRef: string;
  may: RoadmapMay;
  /** The items that are in sight, to choose from. */
  items: readonly RoadmapItem[];
  categories: readonly string[];
  method: ScoreMethod;
  /** Changes fields. Where somebody was faster, it asks which version of which field is to stay, and waits. */
  save(item: RoadmapItem, patch: ItemPatch): Promise<Saved>;
  /** Takes the latest change of an item back. */
  undo(item: RoadmapItemDetails, change?: number): Promise<Saved>;
  create(fields?: Partial<ItemFields>): void;
  edit(item: RoadmapItem): void;
  /** Shows what to write in the file of a declared item, to change these fields. */
  prepare(item: RoadmapItem, fields?: ItemPatch): void;
  open(item: RoadmapItem): void;
  tell(told: Told | undefined): void;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) {
    throw new Error('Items of a roadmap are edited within <ItemEditing>');
  }
  return editing;
}

/** What a person may do where the backend has not told. */
export const MAY_NOTHING: RoadmapMay = {
  create: false,
  update: false,
  prioritise: false,
  comment: false,
};
