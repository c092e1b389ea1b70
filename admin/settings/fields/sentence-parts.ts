/** A piece of a sentence: words, or the name of what is filled in there. */
export type SentencePart =
  { kind: "words"; words: string } | { kind: "blank"; name: string }

/**
 * Parts a text such as `Answer within <target/>, at most <limit/>`: every
 * language has its blanks where its own order of words wants them.
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
