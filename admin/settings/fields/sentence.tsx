import { Fragment, type ReactNode } from "react"
import { sentenceParts } from "./sentence-parts"

/** A sentence with fields, placed as the language requires. */
export const Sentence = ({
  text,
  blanks,
}: {
  /** Contains a `<name/>` for each field. */
  text: string
  blanks: Record<string, ReactNode>
}) => (
  <div className="txt-compact-small text-ui-fg-base flex flex-wrap items-center gap-x-2 gap-y-2">
    {sentenceParts(text).map((part, index) =>
      part.kind === "words" ? (
        <span key={index}>{part.words}</span>
      ) : (
        <Fragment key={index}>{blanks[part.name]}</Fragment>
      )
    )}
  </div>
)
