import { useMemo } from 'react';
import { Notice } from '../../../components';
import { useText } from '../../../useText';
import { FileChangeDialog } from './FileChangeDialog';
import { Timeline } from './Timeline';
import type { TimelineEntry, TimelineSection } from './types';
import { useRescheduling } from './useRescheduling';

/** A timeline whose items can be rescheduled: those of the portal at once, those of files by a change of the file. */
export function TimelineBoard(props: {
  label: string;
  entries: readonly TimelineEntry[];
  sections: readonly TimelineSection[];
  today?: string;
  onOpen: (entry: TimelineEntry) => void;
  /** Whether one may write here at all, as far as is known. */
  editable: boolean;
}) {
  const { entries, editable, ...rest } = props;
  const t = useText();
  const { applied, reschedule, notice, hideNotice, inFile, closeFile } =
    useRescheduling();
  const shown = useMemo(() => applied(entries), [applied, entries]);
  return (
    <>
      <Notice
        label={t('roadmap.plan.timeline.notice')}
        good={notice?.good ?? true}
        onHide={hideNotice}
      >
        {notice?.text}
      </Notice>
      <Timeline
        {...rest}
        entries={shown}
        onReschedule={editable ? reschedule : undefined}
        mayReschedule={isPlanned}
      />
      {inFile && (
        <FileChangeDialog
          entityRef={inFile.entry.entityRef}
          itemId={inFile.entry.itemId}
          title={inFile.entry.title}
          fields={inFile.days}
          onClose={closeFile}
        />
      )}
    </>
  );
}

/** Items of other systems are rescheduled there. */
function isPlanned({ source }: TimelineEntry): boolean {
  return source === 'recorded' || source === 'declared';
}
