/** A part of a sentence: text, or the name of a field. */
export type SentencePart =
  { kind: "words"; words: string } | { kind: "blank"; name: string }

/**
 * Parses a text such as `Answer within <target/>, at most <limit/>`, so that
 * each language can place the fields in its own word order.
 */
export function sentenceParts(text: string): SentencePart[] {
  return text
    .split(/(<\w+\/>)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
    .map((piece) => {
      const name = /^<(\w+)\/>$/.exec(piece)?.[1]
      return name === undefined
        ? { kind: "words", words: piece }
        : { kind: "blank", name }
    })
}
