export function OwnershipContent() {
  return null;
}
