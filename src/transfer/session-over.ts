/** What a developer gets who asks a session for something after its end, or for a new task while it finishes. */
export function sessionOver(identifier: string): DOMException {
  const message = `The session "${identifier}" was invalidated; open it again for a new one of that name`;
  return new DOMException(message, 'InvalidStateError');
}
