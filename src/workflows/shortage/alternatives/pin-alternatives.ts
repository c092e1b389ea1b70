import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import {
  type PairLine,
  type Pins,
  readPairs,
  SHORTAGE_MODULE,
  withoutHeader,
  WrongQuote,
} from "../../../modules/shortage"
import { Refusal, refuseAll, refuseUnstorable } from "../../../refusals"
import { namedVariants, variantsBySku } from "../../../shop/variants"
import { type NotShown, pinsNotShown } from "./pin-cautions"

/** More than a customer is told of in one call. */
export const MOST_PINS = 10

/** Lines of one file. */
const MOST_LINES = 5_000

export type PinAlternativesInput = {
  variant_id: string
  /** The first is offered first; empty: nothing is pinned any more. */
  replacement_variant_ids: string[]
  /** The user who pins them; null for a program. */
  actor_id: string | null
}

const pinAlternativesStep = createStep(
  "pin-alternatives",
  async (
    { actor_id, ...pins }: PinAlternativesInput,
    { container }: { container: MedusaContainer }
  ) => {
    refuseUnstorable(pins)
    await refuseWrong(pins, container)
    await container
      .resolve(SHORTAGE_MODULE)
      .setPins([pins], actor_id, clockOf(container).now())
    return new StepResponse({
      ...pins,
      not_shown: await pinsNotShown([pins], container),
    })
  }
)

/**
 * Pins what the shop offers in place of a variant, before anything that the
 * ranker finds. It replaces what was pinned.
 *
 * @returns the same, with what of it the rules of what may be offered forbid
 * @throws NOT_FOUND for an unknown variant, and INVALID_DATA for one that would
 * replace itself, is named twice, or is one too many
 */
export const pinAlternativesWorkflow = createWorkflow(
  { name: "follow-ups-pin-alternatives" },
  (input: PinAlternativesInput) =>
    new WorkflowResponse(pinAlternativesStep(input))
)

async function refuseWrong(
  { variant_id, replacement_variant_ids: ids }: Pins,
  container: MedusaContainer
): Promise<void> {
  const known = await namedVariants([variant_id, ...ids], container)
  const refuseUnknown = (id: string, path: (string | number)[]) => () => {
    if (!known.has(id)) {
      throw new Refusal("variant_not_found", { id }, path)
    }
  }
  refuseAll([
    refuseUnknown(variant_id, ["variant_id"]),
    () => {
      if (ids.length > MOST_PINS) {
        throw new Refusal("too_many_pins", { max: MOST_PINS }, [
          "replacement_variant_ids",
        ])
      }
    },
    ...ids.flatMap((id, at) => {
      const path = ["replacement_variant_ids", at]
      return [
        refuseUnknown(id, path),
        () => {
          if (id === variant_id) {
            throw new Refusal("pinned_to_itself", { was: id }, path)
          }
          if (ids.indexOf(id) < at) {
            throw new Refusal("pinned_twice", { was: id }, path)
          }
        },
      ]
    }),
  ])
}

export type ImportPinsInput = {
  /** See `readPairs`. */
  csv: string
  actor_id: string | null
}

const importPinsStep = createStep(
  "import-pins",
  async (
    { csv, actor_id }: ImportPinsInput,
    { container }: { container: MedusaContainer }
  ) => {
    refuseUnstorable(csv)
    const all = linesOf(csv)
    if (all.length > MOST_LINES) {
      throw new Refusal("too_many_lines", { max: MOST_LINES }, ["csv"])
    }
    const ids = await variantsBySku(
      all.flatMap(({ cells }) => cells),
      container
    )
    const lines = withoutHeader(all, (sku) => ids.has(sku))
    if (lines.length === 0) {
      throw new Refusal("no_pairs", {}, ["csv"])
    }
    const pinned = new Map<string, string[]>()
    refuseAll(lines.map((line) => () => take(line, ids, pinned)))
    const pins = [...pinned].map(([variant_id, replacement_variant_ids]) => ({
      variant_id,
      replacement_variant_ids,
    }))
    await container
      .resolve(SHORTAGE_MODULE)
      .setPins(pins, actor_id, clockOf(container).now())
    return new StepResponse({
      variants: pins.length,
      pairs: lines.length,
      not_shown: (await pinsNotShown(pins, container)).flatMap((one) =>
        linesOfPair(one, lines, ids)
      ),
    })
  }
)

/**
 * Pins the pairs of a file, in its order. What was pinned to the variants that it
 * names is replaced; other variants keep theirs.
 *
 * @returns how many, and the lines of the pairs that the rules of what may be
 * offered forbid
 * @throws INVALID_DATA with one refusal for each line that is wrong; nothing is
 * pinned then
 */
export const importPinsWorkflow = createWorkflow(
  { name: "follow-ups-import-pins" },
  (input: ImportPinsInput) => new WorkflowResponse(importPinsStep(input))
)

function linesOf(csv: string): PairLine[] {
  try {
    return readPairs(csv)
  } catch (error) {
    if (error instanceof WrongQuote) {
      const { line } = error
      throw new Refusal("quote_not_closed", { line }, ["csv", line])
    }
    throw error
  }
}

/** A line of a file whose pair is pinned, but will not be shown. */
export type LineNotShown = Pick<NotShown, "cautions"> & {
  line: number
  sku: string
  replacement_sku: string
}

function linesOfPair(
  { variant_id, replacement_variant_id, cautions }: NotShown,
  lines: readonly PairLine[],
  ids: ReadonlyMap<string, string>
): LineNotShown[] {
  return lines.flatMap(({ line, cells: [sku = "", replacement_sku = ""] }) =>
    ids.get(sku) === variant_id &&
    ids.get(replacement_sku) === replacement_variant_id
      ? [{ line, sku, replacement_sku, cautions }]
      : []
  )
}

function take(
  { line, cells }: PairLine,
  ids: ReadonlyMap<string, string>,
  pinned: Map<string, string[]>
): void {
  const refusal = (
    code:
      "not_two_columns" | "sku_unknown" | "pinned_to_itself" | "pinned_twice",
    was: string
  ) => new Refusal(code, { was, line }, ["csv", line], `line ${line}`)
  const [sku = "", replacement = ""] = cells
  if (cells.length !== 2 || sku === "" || replacement === "") {
    throw refusal("not_two_columns", cells.join(", "))
  }
  const variant_id = ids.get(sku)
  const replacement_id = ids.get(replacement)
  if (variant_id === undefined || replacement_id === undefined) {
    throw refusal("sku_unknown", variant_id === undefined ? sku : replacement)
  }
  if (variant_id === replacement_id) {
    throw refusal("pinned_to_itself", replacement)
  }
  const own = pinned.get(variant_id) ?? []
  if (own.includes(replacement_id)) {
    throw refusal("pinned_twice", replacement)
  }
  if (own.length === MOST_PINS) {
    throw new Refusal(
      "too_many_pins",
      { max: MOST_PINS, line },
      ["csv", line],
      `line ${line}`
    )
  }
  pinned.set(variant_id, [...own, replacement_id])
}
