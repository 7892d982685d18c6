export interface Config {
  productOps?: {
    roadmap?: {
      /**
       * The categories of roadmap items, offered as choices of the filter; those of the documentation by default.
       *
       * @deepVisibility frontend
       */
      categories?: string[];
    };
  };
}
