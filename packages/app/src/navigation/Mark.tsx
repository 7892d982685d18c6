/** The portal's own mark: a ridge with the sun above it. Decorative: what it stands for is said by its surroundings. */
export function Mark(props: { size?: number }) {
  const { size = 28 } = props;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M5 23 12 9l4.5 8L20 12l7 11z"
        fill="none"
        stroke="#7fe3c0"
        strokeWidth="2.6"
        strokeLinejoin="round"
      />
      <circle cx="23" cy="8.5" r="2.3" fill="#7fe3c0" />
    </svg>
  );
}
