import type { CatalogueVariant } from "../../../shop/catalogue"

export type { CatalogueVariant }

/** A variant that might be offered. */
export interface Candidate extends CatalogueVariant {
  readonly is_published: boolean
  readonly in_sales_channel: boolean
  /** For one unit, in the order's currency; null if it has none. */
  readonly price: number | null
  /** At the location that will ship. */
  readonly free_units: number
}

/** An attribute that must be equal in what is offered. */
export interface MarkedAttribute {
  readonly name: string
  /** The option titles and metadata keys that it is kept under. */
  readonly keys: readonly string[]
}

/** How earlier customers answered when one was offered for the other. */
export interface Answers {
  readonly accepted: number
  readonly refused: number
}

export interface ShortLine extends CatalogueVariant {
  readonly quantity: number
  /** For one unit, in the order's currency. */
  readonly price: number
}
