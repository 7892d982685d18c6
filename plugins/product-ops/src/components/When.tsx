import { distance, readableDate, readableMoment } from './moments';

const HAS_TIME = /T\d/;

/** How long ago or ahead something is; the exact time on hover. */
export function When(props: { value: string }) {
  const { value } = props;
  const exact = HAS_TIME.test(value)
    ? readableMoment(value)
    : readableDate(value);
  return (
    <time dateTime={value} title={exact}>
      {distance(value) ?? value}
    </time>
  );
}

/** A calendar date; how far away it is on hover. */
export function OnDate(props: { value: string }) {
  return (
    <time dateTime={props.value} title={distance(props.value)}>
      {readableDate(props.value)}
    </time>
  );
}
