import type { Bar, PlacedSection, TimelineModel } from './model';

const middleOf = ({ x, width }: Bar) => x + width / 2;

function besides(sections: PlacedSection[], bar: Bar, step: 1 | -1) {
  const at = sections.findIndex(({ section }) => section.id === bar.group);
  const { bars } = sections[at];
  const beside = bars[bars.indexOf(bar) + step];
  if (beside) {
    return beside;
  }
  for (let next = at + step; sections[next]; next += step) {
    const { bars: others } = sections[next];
    if (others.length > 0) {
      return others.at(step > 0 ? 0 : -1);
    }
  }
  return undefined;
}

/** The bar of the row above or below that is the nearest one by its days. */
function acrossRows(model: TimelineModel, bar: Bar, step: 1 | -1) {
  const row = bar.row + step;
  let nearest: Bar | undefined;
  for (const other of model.bars.values()) {
    if (
      other.row === row &&
      (!nearest ||
        Math.abs(middleOf(other) - middleOf(bar)) <
          Math.abs(middleOf(nearest) - middleOf(bar)))
    ) {
      nearest = other;
    }
  }
  return nearest;
}

/** Where a key leads from a bar; nothing where it leads nowhere. */
export function barAfterKey(
  model: TimelineModel,
  bar: Bar,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
): Bar | undefined {
  const { sections } = model;
  const withBars = sections.filter(({ bars }) => bars.length > 0);
  const own = withBars.find(({ section }) => section.id === bar.group);
  switch (key) {
    case 'ArrowRight':
      return besides(sections, bar, 1);
    case 'ArrowLeft':
      return besides(sections, bar, -1);
    case 'ArrowDown':
      return acrossRows(model, bar, 1);
    case 'ArrowUp':
      return acrossRows(model, bar, -1);
    case 'Home':
      return (ctrlKey ? withBars[0] : own)?.bars[0];
    case 'End':
      return (ctrlKey ? withBars.at(-1) : own)?.bars.at(-1);
    default:
      return undefined;
  }
}
