import { plainOnce as plain, stemOf } from "./letters"

/** A word of the phrase that begins a title, in the case it was written in. */
export interface PhraseWord {
  readonly word: string
  readonly stem: string
}

/** A comma, bracket or dash, or a figure with a unit; `Playo 5` is a name. */
const END =
  /[,;:|(["«„]|\s[-–—/]\s|(?<![\p{L}\d])\d[\d.,]*\s?(?:\p{L}{1,3}(?!\p{L})|[%"″×x/*-])/u

/** The words that begin a title, up to the first that ends the name of a thing. */
export function phraseOf(
  title: string,
  isEnd: (word: string) => boolean
): PhraseWord[] {
  const end = title.search(END)
  // A figure may come first: `43-inch smart TV`.
  const phrase = end > 2 ? title.slice(0, end) : title
  const words = [...phrase.matchAll(/\p{L}[\p{L}\d'’-]*/gu)].map(
    ([word]) => word
  )
  const stop = words.findIndex((word, at) => at > 0 && isEnd(plain(word)))
  return (stop === -1 ? words : words.slice(0, stop)).map((word) => ({
    word,
    stem: stemOf(word),
  }))
}
