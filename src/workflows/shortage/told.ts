import { z } from "@medusajs/framework/zod"
import { localDateAt } from "../../business-time"

const toldSchema = z.object({
  line_item_id: z.string(),
  title: z.string(),
  ordered: z.number(),
  units: z.number(),
  expected_at: z.iso.datetime().nullable(),
})

/**
 * What a task's data says of a short line: once the task is closed, what the
 * customer was told of it.
 */
export type Told = z.infer<typeof toldSchema>

export function toldIn(data: Readonly<Record<string, unknown>>): Told[] {
  return z.array(toldSchema).catch([]).parse(data.lines)
}

/**
 * Whether it is worse for the customer than what they were told, so that they
 * must be told again: another line is short, or more units, or they come on a
 * later day or nobody knows when, as their day has passed.
 */
export function isWorse(
  before: readonly Told[],
  now: readonly Told[],
  time_zone: string
): boolean {
  const dayOf = (at: string) => localDateAt(new Date(at), time_zone)
  return now.some((line) => {
    const told = before.find((one) => one.line_item_id === line.line_item_id)
    return (
      !told ||
      line.units > told.units ||
      (told.expected_at !== null &&
        (line.expected_at === null ||
          dayOf(line.expected_at) > dayOf(told.expected_at)))
    )
  })
}
