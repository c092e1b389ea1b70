/** What is known of a variant, from its product and itself. */
export interface CatalogueVariant {
  readonly id: string
  readonly product_id: string
  readonly title: string
  /** The value of each option of this variant, by the option's title. */
  readonly options: Readonly<Record<string, string>>
  /** The values that other variants of the product have for them. */
  readonly other_option_values: readonly string[]
  /** From the root to the leaf; empty if there is none. */
  readonly category: readonly string[]
  readonly type: string | null
  readonly tags: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

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
