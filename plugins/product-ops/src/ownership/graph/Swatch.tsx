/** The colour that the words after it have in a bar. */
export function Swatch(props: { color: string }) {
  return (
    <span
      style={{
        display: 'inline-block',
        width: 10,
        height: 10,
        borderRadius: 2,
        marginRight: 6,
        background: props.color,
      }}
    />
  );
}
