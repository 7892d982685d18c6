export interface Config {
  productOps?: {
    roadmap?: {
      /**
       * The categories of roadmap items, offered as choices of the filter; those of the documentation by default.
       *
       * @deepVisibility frontend
       */
      categories?: string[];
      /**
       * How items are scored: by reach x impact x confidence / effort (`rice`, the default), or by cost of delay /
       * job size (`wsjf`). The portal asks for the inputs of that one.
       *
       * @visibility frontend
       */
      scoring?: 'rice' | 'wsjf';
    };
  };
}
