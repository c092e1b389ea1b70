import type { CalendarDefinition } from "../../../../business-time"

/** One version of a business calendar. A version never changes. */
export type CalendarVersion = {
  id: string
  version: number
  name: string
  definition: CalendarDefinition
}

/** A business calendar with its current version. */
export type Calendar = CalendarVersion & {
  is_default: boolean
  /**
   * Whether the shop has changed it; `medusa-config.ts` no longer does then.
   */
  is_edited: boolean
}

/** Where a calendar applies. Each scope and record has one calendar at most. */
export type CalendarBinding = {
  id: string
  calendar_id: string
  scope: CalendarScope
  /** A sales channel's, stock location's or region's id, or a task type. */
  reference_id: string
}

/**
 * What a calendar may be bound to, the most specific first: the first match
 * applies.
 */
export const CALENDAR_SCOPES = [
  "sales_channel",
  "stock_location",
  "region",
  "task_type",
] as const

export type CalendarScope = (typeof CALENDAR_SCOPES)[number]
