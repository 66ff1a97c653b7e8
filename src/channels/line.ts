/** Who waits for a place. */
export interface Waiting {
  conversationId: string;
  urgent: boolean;
}

/** Who waits for an account: those with numbers for danger first, and each sort in order of arrival. */
export interface Line {
  /** Who stands in it already keeps the place, or gets a better one. */
  join(waiting: Waiting): void;
  leave(conversationId: string): void;
  first(): Waiting | null;
}

/** Makes an empty line. */
export function createLine(): Line {
  const urgent = new Set<string>();
  const others = new Set<string>();
  return {
    join: waiting => {
      const { conversationId } = waiting;
      if (waiting.urgent) others.delete(conversationId);
      if (waiting.urgent) urgent.add(conversationId);
      else if (!urgent.has(conversationId)) others.add(conversationId);
    },
    leave: conversationId => {
      urgent.delete(conversationId);
      others.delete(conversationId);
    },
    first: () => {
      const [danger] = urgent;
      if (danger !== undefined) return { conversationId: danger, urgent: true };
      const [other] = others;
      return other === undefined ? null : { conversationId: other, urgent: false };
    },
  };
}
