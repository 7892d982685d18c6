/** How many checks of its present stage an entity passes, fails, and how many nobody has answered. */
export interface ReadinessSummary {
  passed: number;
  failed: number;
  open: number;
}

/** Where the ownership graph learns how ready entities are, by the room that evaluates them. */
export interface ReadinessSource {
  /**
   * The summaries of all entities that have checks, by ref in lower case. As long as nothing has changed it shall be
   * the same map, since what is counted from it is kept with it.
   */
  summaries(): Promise<ReadonlyMap<string, ReadinessSummary>>;
}
