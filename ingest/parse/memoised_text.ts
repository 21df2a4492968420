const MOST_REMEMBERED = 10_000;

/** The function with a memory: long lists repeat few words. When it is full it begins anew. */
export function memoisedText<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Answer;
    const answer = ask(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, answer);
    return answer;
  };
}
