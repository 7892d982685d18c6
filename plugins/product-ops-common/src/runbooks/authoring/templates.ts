import type { RunbookType } from '../../api/types';

const INCIDENT = `---
type: incident
alerts: []
symptoms:
  - What people notice, in their words
reviewEvery: P6M
expectedDuration: PT20M
---

# What is broken

Who notices it, and what it keeps them from doing.

## Find out why

1. Look whether it still happens.

   \`\`\`sh
   curl --fail --silent --show-error https://example.com/health
   \`\`\`

   Expected: the answer of a healthy service.

2. See what has changed in the last hour: deployments, configuration, traffic.

## Stop the harm

1. Tell the people who are affected.
2. Do the smallest thing that makes it work again.

## Verification

1. Look again at what told you of it.

   Expected: it has been quiet for ten minutes.

## Rollback

1. Undo the steps above in the opposite order, and say so in the run.

## Who else to ask

Name the team and how to reach it when this does not help.
`;

const OPERATIONAL = `---
type: operational
symptoms:
  - What somebody asks for when this is to be done
reviewEvery: P1Y
expectedDuration: PT15M
parameters:
  - name: target
    description: What it is done to
    required: true
---

# What is done

When it is needed, and who may ask for it.

## Before you start

- [ ] You may do it: name the role or the approval.
- [ ] Nobody else is doing it now.

## Steps

1. Look at how things stand.

   \`\`\`sh
   echo <target>
   \`\`\`

   Expected: what you were told.

2. Do it.

## Verification

1. Look at how things stand now.

   Expected: what was asked for, and nothing else has changed.

## Rollback

1. Put back what was there before.
`;

const MAINTENANCE = `---
type: maintenance
reviewEvery: P6M
expectedDuration: PT1H
parameters:
  - name: version
    description: The version to go to
    required: true
---

# What is maintained

Why it is done, how often, and what people notice meanwhile.

## Before you start

- [ ] The time is agreed, and everybody concerned knows it.
- [ ] A backup is there, and somebody has looked into it.
- [ ] You know until when you can still go back.

## Steps

1. Take it out of service.

   Expected: no new requests arrive.

2. Bring in version \`<version>\`.
3. Put it back into service, a part at a time.

## Verification

1. Compare errors and response times with those of an hour ago.

   Expected: no worse than before.

## Rollback

1. Take it out of service again.
2. Bring back the version that was there before.
`;

const RECOVERY = `---
type: recovery
symptoms:
  - What is gone, in the words of those who miss it
reviewEvery: P3M
expectedDuration: PT2H
parameters:
  - name: backup
    description: The backup to restore from
    required: true
---

# What is recovered

What must be lost for this to be right, who decides it, and how much data may be missing afterwards.

## Before you start

- [ ] Somebody who may decide it has said to recover.
- [ ] Nothing writes to what is to be recovered.
- [ ] Write down the time: the recovery is measured from here.

## Steps

1. Choose the backup, and look at how old it is.

   Expected: no older than what may be lost.

2. Restore backup \`<backup>\` beside what is there, never over it.
3. Start what depends on it, in the order of dependence.

## Verification

1. Read something that was written shortly before the loss.

   Expected: it is there and complete.

2. Do the most important thing that a user does, from outside.

   Expected: it works.

## Rollback

1. Stop what was started, and leave the restored data for whoever looks into it.
2. Turn back to what was there before.
`;

/**
 * Texts to begin a runbook with, by its type: each has front matter, steps, a verification and a rollback.
 *
 * @public
 */
export const RUNBOOK_TEMPLATES: Readonly<Record<RunbookType, string>> = {
  incident: INCIDENT,
  operational: OPERATIONAL,
  maintenance: MAINTENANCE,
  recovery: RECOVERY,
};
