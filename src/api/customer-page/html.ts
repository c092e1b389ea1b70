/** Markup that needs no escaping any more. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | null | false | readonly Piece[]

/**
 * Markup in which everything that is filled in is text: what a customer or a
 * shop has typed is never markup.
 *
 * @example html`<p>${title}</p>`
 */
export function html(
  parts: TemplateStringsArray,
  ...pieces: readonly Piece[]
): Markup {
  return new Markup(
    parts
      .map(
        (part, index) =>
          part + (index < pieces.length ? asText(pieces[index] ?? null) : "")
      )
      .join("")
  )
}

function asText(piece: Piece): string {
  if (piece instanceof Markup) {
    return piece.text
  }
  if (piece === null || piece === false) {
    return ""
  }
  if (typeof piece === "string" || typeof piece === "number") {
    return `${piece}`.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  }
  return piece.map(asText).join("")
}
