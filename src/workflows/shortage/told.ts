import { z } from "@medusajs/framework/zod"

const toldSchema = z.object({
  line_item_id: z.string(),
  title: z.string(),
  ordered: z.number(),
  units: z.number(),
  expected_at: z.string().nullable(),
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
 * must be told again: another line is short, or more units, or they come later
 * or nobody knows when, as their day has passed.
 */
export function isWorse(before: readonly Told[], now: readonly Told[]) {
  return now.some((line) => {
    const told = before.find((one) => one.line_item_id === line.line_item_id)
    return (
      !told ||
      line.units > told.units ||
      (told.expected_at !== null &&
        (line.expected_at === null || line.expected_at > told.expected_at))
    )
  })
}
