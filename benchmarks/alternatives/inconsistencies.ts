import type {
  Grade,
  LabelledSet,
  Product,
  ShortItem,
  Variant,
} from "./labelled-set"

/** The hard rules that follow from the catalogue alone. */
export type FactRule = "unpublished" | "channel" | "currency" | "stock"

const FACT_RULES: readonly string[] = [
  "unpublished",
  "channel",
  "currency",
  "stock",
] satisfies FactRule[]

export interface Offered {
  readonly product: Product
  readonly variant: Variant
}

/** Every variant with its product, by the variant's id. */
export function variantsById(
  products: readonly Product[]
): ReadonlyMap<string, Offered> {
  return new Map(
    products.flatMap((product) =>
      product.variants.map((variant) => [variant.id, { product, variant }])
    )
  )
}

/** The hard rules that so many units of a variant would break for an item. */
export function brokenRules(
  item: ShortItem,
  { product, variant }: Offered,
  units: number
): FactRule[] {
  const broken: FactRule[] = []
  if (product.status !== "published") broken.push("unpublished")
  if (!product.sales_channels.includes(item.sales_channel)) {
    broken.push("channel")
  }
  if (variant.prices[item.currency] === undefined) broken.push("currency")
  if ((variant.stock[item.location] ?? 0) < units) broken.push("stock")
  return broken
}

/** What in a set contradicts another part of it, one line each. */
export function inconsistencies(set: LabelledSet): string[] {
  const variants = variantsById(set.products)
  const products = new Set(set.products.map(({ id }) => id))
  const locations = new Set(set.shops.flatMap((shop) => shop.locations))
  return [
    ...twice(
      "product",
      set.products.map(({ id }) => id)
    ),
    ...twice(
      "handle",
      set.products.map(({ handle }) => handle)
    ),
    ...twice(
      "variant",
      set.products.flatMap((product) => product.variants.map(({ id }) => id))
    ),
    ...twice(
      "sku",
      [...variants.values()].flatMap(({ variant }) => variant.sku ?? [])
    ),
    ...twice(
      "item",
      set.items.map(({ id }) => id)
    ),
    ...twice(
      "item for",
      set.items.map(({ out, location }) => `${out} from ${location}`)
    ),
    ...[...set.accessories]
      .filter((id) => !products.has(id))
      .map((id) => `accessory ${id}: there is no such product`),
    ...[...variants.values()].flatMap(({ product, variant }) => [
      ...Object.keys(variant.stock)
        .filter((location) => !locations.has(location))
        .map((location) => `${variant.id}: no shop has a location ${location}`),
      ...(titlesOf(variant) === titlesOf(product.variants[0])
        ? []
        : [`${variant.id}: other options than the product's first variant`]),
    ]),
    ...set.items.flatMap((item) =>
      faultsOf(item, set, variants).map((fault) => `${item.id}: ${fault}`)
    ),
    ...sharedBySplits(set.items, variants),
  ]
}

function titlesOf(variant: Variant | undefined): string {
  return Object.keys(variant?.options ?? {})
    .sort()
    .join()
}

function twice(what: string, names: readonly string[]): string[] {
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)
  return [...new Set(repeated)].map((name) => `${what} ${name} is there twice`)
}

function faultsOf(
  item: ShortItem,
  set: LabelledSet,
  variants: ReadonlyMap<string, Offered>
): string[] {
  const faults: string[] = []
  const shop = set.shops.find(
    ({ sales_channel }) => sales_channel === item.sales_channel
  )
  if (shop?.currency !== item.currency) faults.push("no such channel, currency")
  if (!shop?.locations.includes(item.location)) faults.push("no such location")
  for (const name of item.marked) {
    if (!set.attributes[name]) faults.push(`marks an unknown attribute ${name}`)
  }
  faults.push(
    ...twice(
      "a grade for",
      item.grades.map(({ variant }) => variant)
    )
  )
  const out = variants.get(item.out)
  if (!out) return [...faults, `there is no variant ${item.out}`]
  const misplaced = brokenRules(item, out, 0)
  if (misplaced.length > 0) faults.push(`${item.out} itself: ${misplaced}`)
  const isOfAccessory = set.accessories.has(out.product.id)
  for (const grade of item.grades) {
    const candidate = variants.get(grade.variant)
    const found = !candidate
      ? ["there is no such variant"]
      : grade.variant === item.out
        ? ["is the variant that is out"]
        : faultsOfGrade(grade, item, candidate, set, isOfAccessory)
    faults.push(...found.map((fault) => `${grade.variant} ${fault}`))
  }
  return faults
}

function faultsOfGrade(
  grade: Grade,
  item: ShortItem,
  candidate: Offered,
  { accessories }: LabelledSet,
  isOfAccessory: boolean
): string[] {
  const faults: string[] = []
  const broken = brokenRules(item, candidate, grade.units ?? item.quantity)
  const isLeak = accessories.has(candidate.product.id) && !isOfAccessory
  if (grade.units === item.quantity) faults.push("repeats the line's quantity")
  if (grade.grade > 0 && (grade.violates || grade.accessory)) {
    faults.push("has a grade, though it is not to be offered")
  }
  if (grade.grade > 0 && broken.length > 0) {
    faults.push(`has a grade, but: ${broken.join()}`)
  }
  if (isLeak !== (grade.accessory ?? false)) {
    faults.push(isLeak ? "is an unmarked accessory" : "is no accessory here")
  }
  if (grade.violates !== undefined) {
    const isFact = FACT_RULES.includes(grade.violates)
    const isTrue = isFact
      ? broken.some((rule) => rule === grade.violates)
      : item.marked.includes(grade.violates)
    if (!isTrue) faults.push(`does not violate ${grade.violates}`)
  }
  return faults
}

/** Products that would let a held-out item be learnt from one to tune on. */
function sharedBySplits(
  items: readonly ShortItem[],
  variants: ReadonlyMap<string, Offered>
): string[] {
  const splits = new Map<string, ShortItem["split"]>()
  const shared = new Set<string>()
  for (const item of items) {
    const taken = item.grades.filter(({ grade }) => grade > 0)
    for (const id of [item.out, ...taken.map(({ variant }) => variant)]) {
      const product = variants.get(id)?.product.id
      if (product === undefined) continue
      if ((splits.get(product) ?? item.split) !== item.split) {
        shared.add(product)
      }
      splits.set(product, item.split)
    }
  }
  return [...shared].map((id) => `product ${id} is in both splits`)
}
