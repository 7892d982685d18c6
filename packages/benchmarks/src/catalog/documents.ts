import { productName } from './products';
import { Random } from './random';
import { GeneratedDocument } from './types';
import { QUALITIES, SUBJECTS } from './words';

const ITEMS_A_ROADMAP = 12;
const RUNBOOKS_A_PRODUCT = 4;

/** A roadmap file and a few runbooks for each of the first products. */
export function generateDocuments(
  products: number,
  random: Random,
): GeneratedDocument[] {
  return Array.from({ length: products }, (_, index) => [
    {
      path: `products/${productName(index)}/roadmap.yaml`,
      content: roadmap(random),
    },
    ...Array.from({ length: RUNBOOKS_A_PRODUCT }, (__, number) => ({
      path: `products/${productName(index)}/runbooks/runbook-${number}.md`,
      content: runbook(number, random),
    })),
  ]).flat();
}

function roadmap(random: Random): string {
  const items = Array.from({ length: ITEMS_A_ROADMAP }, (_, index) =>
    [
      `  - id: item-${index}`,
      `    title: ${random.pick(QUALITIES)} ${random
        .pick(SUBJECTS)
        .toLowerCase()}`,
      `    status: ${random.pick([
        'proposed',
        'planned',
        'in-progress',
        'done',
      ])}`,
      `    horizon: ${random.pick(['now', 'next', 'later'])}`,
      `    category: ${random.pick(['feature', 'maintenance', 'security'])}`,
      `    goal: adoption`,
      ...(index > 0 && random.chance(0.3)
        ? [`    dependsOn: [item-${random.below(index)}]`]
        : []),
    ].join('\n'),
  );
  return `apiVersion: productops.io/v1alpha1\nkind: Roadmap\nitems:\n${items.join(
    '\n',
  )}\n`;
}

function runbook(number: number, random: Random): string {
  const subject = random.pick(SUBJECTS);
  return `---
type: ${random.pick(['incident', 'operational', 'maintenance', 'recovery'])}
alerts: [${subject}Down]
reviewEvery: P180D
lastReviewed: 2026-0${1 + random.below(9)}-01
---
# ${subject} does not answer (${number})

What to do when ${subject.toLowerCase()} is down.

## Steps

1. See whether it runs.

   \`\`\`sh
   kubectl get pods -l app=${subject.toLowerCase()}
   \`\`\`

2. Read the last lines of its log.
3. Restart it.

   1. Drain it first.
   2. Then restart.
4. See that the alert is gone.
`;
}
